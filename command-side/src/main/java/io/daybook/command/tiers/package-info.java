/** Capacity of its own for each tier of orders, wherever work waits for a place: threads that handle commands, calls to the payment provider. */
@NullMarked
package io.daybook.command.tiers;

import org.jspecify.annotations.NullMarked;
