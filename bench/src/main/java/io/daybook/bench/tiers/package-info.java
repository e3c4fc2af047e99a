/** How orders of both tiers fare when more come than can be dealt with. */
@NullMarked
package io.daybook.bench.tiers;

import org.jspecify.annotations.NullMarked;
