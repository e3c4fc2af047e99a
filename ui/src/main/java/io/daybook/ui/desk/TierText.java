package io.daybook.ui.desk;

import io.daybook.api.customer.Tier;

/** What staff read for a tier. */
final class TierText {

    private TierText() {}

    static String of(Tier tier) {
        return switch (tier) {
            case STANDARD -> "Standard";
            case VIP -> "VIP";
        };
    }
}
