/** What operators have decided, for those pages that show it or depend on it, and how they decide it. */
@NullMarked
package io.daybook.ui.controls;

import org.jspecify.annotations.NullMarked;
