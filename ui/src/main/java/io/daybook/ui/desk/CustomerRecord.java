package io.daybook.ui.desk;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import org.jspecify.annotations.Nullable;

/**
 * A customer as staff find it.
 *
 * @param email of the account that buys as this customer; null when there is none
 */
public record CustomerRecord(
        CustomerId customerId,
        String name,
        Tier tier,
        @Nullable String email) {}
