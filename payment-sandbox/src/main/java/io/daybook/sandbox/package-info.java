/** A payment provider to test against: an HTTP endpoint with test cards and durable books of its own. */
@NullMarked
package io.daybook.sandbox;

import org.jspecify.annotations.NullMarked;
