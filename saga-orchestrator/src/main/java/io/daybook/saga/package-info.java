/** Takes orders through their steps and undoes what it must. */
@NullMarked
package io.daybook.saga;

import org.jspecify.annotations.NullMarked;
