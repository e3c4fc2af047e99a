/** Pages for staff: what cannot go on by itself, and sending goods off. */
@NullMarked
package io.daybook.ui.staff;

import org.jspecify.annotations.NullMarked;
