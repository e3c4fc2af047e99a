/** The pages on which staff bring in files of products and stock, and see how that goes. */
@NullMarked
package io.daybook.ui.uploads;

import org.jspecify.annotations.NullMarked;
