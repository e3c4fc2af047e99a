/** What operators break on purpose: injecting faults, ending them, and telling everybody on the staff that there are some. */
@NullMarked
package io.daybook.ui.faults;

import org.jspecify.annotations.NullMarked;
