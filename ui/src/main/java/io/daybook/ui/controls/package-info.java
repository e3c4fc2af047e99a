/** What operators have decided, remembered for whoever acts upon it. */
@NullMarked
package io.daybook.ui.controls;

import org.jspecify.annotations.NullMarked;
