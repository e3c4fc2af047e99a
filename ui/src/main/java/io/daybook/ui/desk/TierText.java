package io.daybook.ui.desk;

import io.daybook.api.customer.Tier;
import org.jspecify.annotations.Nullable;

/** What staff read for a tier. */
final class TierText {

    private TierText() {}

    /** For a decision: without a tier, it left that to the policy. */
    static String ofDecision(@Nullable Tier tier) {
        return tier == null ? "Left to the policy" : of(tier);
    }

    static String of(Tier tier) {
        return switch (tier) {
            case STANDARD -> "Standard";
            case VIP -> "VIP";
        };
    }
}
