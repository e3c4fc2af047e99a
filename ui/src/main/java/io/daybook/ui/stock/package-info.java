/** How much of products there is, as fresh as an operator wants it to be shown; what can be ordered is decided elsewhere. */
@NullMarked
package io.daybook.ui.stock;

import org.jspecify.annotations.NullMarked;
