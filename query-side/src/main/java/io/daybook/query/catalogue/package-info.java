/** The products on sale, to be searched and browsed. */
@NullMarked
package io.daybook.query.catalogue;

import org.jspecify.annotations.NullMarked;
