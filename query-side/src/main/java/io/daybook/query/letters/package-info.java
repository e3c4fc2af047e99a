/** Answers what the views have put aside. */
@NullMarked
package io.daybook.query.letters;

import org.jspecify.annotations.NullMarked;
