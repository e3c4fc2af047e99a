/** Events that were put aside because they cannot be handled: what they are, and what becomes of them. */
@NullMarked
package io.daybook.ui.letters;

import org.jspecify.annotations.NullMarked;
