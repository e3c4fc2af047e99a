package io.daybook.api.audit;

import io.daybook.api.Require;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Payments as the provider has them, in order of their keys.
 *
 * @param next the last of these, from which on to go on; null when there are no more
 */
public record ProviderBooks(List<Entry> payments, @Nullable String next) {

    /** Asks the provider, answered with {@link ProviderBooks}; fails when it does not answer or is left alone. */
    public record ReadProviderBooks(@Nullable String after, int limit) {
        public ReadProviderBooks {
            Require.between("limit", limit, 1, 1_000);
        }
    }

    /** Asks the provider for one payment, answered with {@link ProviderBooks} of one or none. */
    public record ReadProviderPayment(String key) {}

    /**
     * @param standing as the provider says it: AUTHORIZED, DECLINED, CAPTURED, CAPTURE_FAILED, VOIDED or REFUNDED; with the
     *                 amount behind it where that is no money that there is
     * @param amount   null where it never was asked for any, or where it is no money that there is
     */
    public record Entry(
            String key, String standing, @Nullable Money amount) {}
}
