/** Stock for the staff: how much there is of what, why, and deliveries and corrections. */
@NullMarked
package io.daybook.ui.inventory;

import org.jspecify.annotations.NullMarked;
