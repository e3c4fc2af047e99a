/** A small world around the pages: products, stock and orders in memory, behind the real query and command buses. */
package io.daybook.ui.world;
