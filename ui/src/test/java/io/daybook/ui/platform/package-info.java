/** A small platform to test this module on: real buses and servers, and a shop of a few lines behind them. */
package io.daybook.ui.platform;
