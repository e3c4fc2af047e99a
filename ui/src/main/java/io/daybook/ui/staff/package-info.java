/** Sending goods off. */
@NullMarked
package io.daybook.ui.staff;

import org.jspecify.annotations.NullMarked;
