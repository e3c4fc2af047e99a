/**
 * Makes copies of views from the log, beside the live ones, compares them, and swaps them in. Only the log and the views'
 * database are touched: no command is handled, no saga is told, nobody who waits for a view hears of it.
 */
@NullMarked
package io.daybook.query.rebuild;

import org.jspecify.annotations.NullMarked;
