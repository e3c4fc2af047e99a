/** The whole story of one order, from the log itself. */
@NullMarked
package io.daybook.query.story;

import org.jspecify.annotations.NullMarked;
