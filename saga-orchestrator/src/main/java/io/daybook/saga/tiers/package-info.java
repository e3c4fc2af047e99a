/** Adds up what customers spend, and has their tier follow from it. */
@NullMarked
package io.daybook.saga.tiers;

import org.jspecify.annotations.NullMarked;
