/** The views themselves: how far each has come. */
@NullMarked
package io.daybook.api.view;

import org.jspecify.annotations.NullMarked;
