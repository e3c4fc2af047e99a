package io.daybook.ui.door;

import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderId;

/**
 * An order that comes in, as far as it can be told before it is read.
 *
 * @param order the id that it has or will have
 */
record Arrival(Tier tier, OrderId order) {}
