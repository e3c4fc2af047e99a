/** The business in figures over time. */
@NullMarked
package io.daybook.api.figures;

import org.jspecify.annotations.NullMarked;
