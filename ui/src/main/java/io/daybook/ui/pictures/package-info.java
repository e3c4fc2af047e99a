/** Pictures of products, from an icon set that is part of the build, or sent by staff. */
@NullMarked
package io.daybook.ui.pictures;

import org.jspecify.annotations.NullMarked;
