/** A customer's orders: each one live from placing to dispatch, the history, taking an order back. */
@NullMarked
package io.daybook.ui.orders;

import org.jspecify.annotations.NullMarked;
