/**
 * Dead letters: an event that a processing group cannot handle is put aside with all later ones of the same order, so that
 * the others go on, until an operator has it tried again or gives it up.
 */
@NullMarked
package io.daybook.operations.letters;

import org.jspecify.annotations.NullMarked;
