package io.daybook.api.customer;

import io.daybook.api.Require;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked about customers. */
public sealed interface CustomerQuery {

    /** The customer with this id, answered with a {@link CustomerView}; null when there is none. */
    record FindCustomer(CustomerId customerId) implements CustomerQuery {}

    /** These customers, answered with a {@link CustomerPage}; unknown ones are left out. */
    record FindCustomersById(Set<CustomerId> customerIds) implements CustomerQuery {}

    /**
     * Customers by name, answered with a {@link CustomerPage}.
     *
     * @param text how a word of the name or the id begins, whatever its capitals; empty for everybody
     * @param page counts from 0
     */
    record FindCustomers(String text, int page, int size) implements CustomerQuery {
        public FindCustomers {
            Require.that(text.length() <= 200, "q", "must have at most 200 characters");
            Require.that(text.chars().noneMatch(Character::isISOControl), "q", "must have no control characters");
            Require.between("page", page, 0, 100_000);
            Require.between("size", size, 1, 200);
        }
    }

    /** Who put a customer into which tier and why, newest first, from the log itself; answered with {@link TierDecisions}. */
    record FindTierDecisions(CustomerId customerId) implements CustomerQuery {}

    record CustomerView(CustomerId customerId, String name, Tier tier, long position) {}

    record CustomerPage(List<CustomerView> customers, long total, int page, int size, long position) {
        public int pages() {
            return (int) ((total + size - 1) / size);
        }
    }

    record TierDecisions(List<TierDecision> decisions) {}

    /**
     * A decision about the tier.
     *
     * @param tier null when it was left to the policy
     * @param by   a member of staff, or {@code policy}
     */
    record TierDecision(Instant at, @Nullable Tier tier, String reason, String by) {}
}
