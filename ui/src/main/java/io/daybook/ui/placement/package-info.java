/** Placing an order: from what a browser or program sends to the command, with every price and tier looked up here. */
@NullMarked
package io.daybook.ui.placement;

import org.jspecify.annotations.NullMarked;
