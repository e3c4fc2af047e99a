/** Products and stock as files, written as the imports read them. */
@NullMarked
package io.daybook.ui.exports;

import org.jspecify.annotations.NullMarked;
