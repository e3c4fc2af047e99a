/** Stock levels from a view, and movements of stock from the log. */
@NullMarked
package io.daybook.query.stock;

import org.jspecify.annotations.NullMarked;
