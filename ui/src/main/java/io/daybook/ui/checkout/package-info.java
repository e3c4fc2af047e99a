/** From cart to order: address, card, and one order however often the button is pressed. */
@NullMarked
package io.daybook.ui.checkout;

import org.jspecify.annotations.NullMarked;
