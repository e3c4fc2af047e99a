/** The catalogue for the staff: what is offered for sale, how it is described, what it costs. */
@NullMarked
package io.daybook.ui.assortment;

import org.jspecify.annotations.NullMarked;
