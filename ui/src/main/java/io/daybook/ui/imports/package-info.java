/** Products and stock by the file. */
@NullMarked
package io.daybook.ui.imports;

import org.jspecify.annotations.NullMarked;
