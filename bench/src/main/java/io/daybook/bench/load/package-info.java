/** Places orders as fast as the platform takes them, and measures. */
@NullMarked
package io.daybook.bench.load;

import org.jspecify.annotations.NullMarked;
