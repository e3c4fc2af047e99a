/** What a visitor means to buy: kept on the server, so that it survives a restart and follows them when they sign in. */
@NullMarked
package io.daybook.ui.cart;

import org.jspecify.annotations.NullMarked;
