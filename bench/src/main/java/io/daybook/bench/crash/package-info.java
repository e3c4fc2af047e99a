/** Kills a platform under load again and again, and checks its books. */
@NullMarked
package io.daybook.bench.crash;

import org.jspecify.annotations.NullMarked;
