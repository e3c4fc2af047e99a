/** Pictures of products, from an icon set that is part of the build. */
@NullMarked
package io.daybook.ui.pictures;

import org.jspecify.annotations.NullMarked;
