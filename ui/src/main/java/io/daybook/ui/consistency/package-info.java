/** How fresh the stock is that the shop shows: what operators choose from, what each choice costs, and how far the view is behind. */
@NullMarked
package io.daybook.ui.consistency;

import org.jspecify.annotations.NullMarked;
