package io.daybook.query.auditor;

import io.daybook.api.payment.PaymentEvent;
import io.daybook.api.payment.PaymentEvent.CaptureRequested;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentDeclined;
import io.daybook.api.payment.PaymentEvent.PaymentRefunded;
import io.daybook.api.payment.PaymentEvent.PaymentRequested;
import io.daybook.api.payment.PaymentEvent.PaymentVoided;
import io.daybook.api.payment.PaymentEvent.RefundRequested;
import io.daybook.api.payment.PaymentEvent.VoidRequested;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How a payment stands by the log. */
record PaymentByLog(Standing standing, @Nullable Money amount) {

    /** Each with the ways in which it may stand at the provider. */
    enum Standing {
        /** The log knows nothing of it. */
        NONE(Set.of()),
        /** The provider is being asked: it may stand in any way. */
        UNDER_WAY(Set.of()),
        AUTHORIZED(Set.of("AUTHORIZED", "CAPTURE_FAILED")),
        DECLINED(Set.of("DECLINED", "VOIDED", "REFUNDED")),
        CAPTURED(Set.of("CAPTURED")),
        CAPTURE_FAILED(Set.of("CAPTURE_FAILED", "AUTHORIZED", "DECLINED", "VOIDED", "REFUNDED")),
        VOIDED(Set.of("VOIDED", "DECLINED", "REFUNDED")),
        REFUNDED(Set.of("REFUNDED", "VOIDED", "DECLINED"));

        private final Set<String> there;

        Standing(Set<String> there) {
            this.there = there;
        }

        boolean agreesWith(String provider) {
            return there.contains(provider);
        }

        boolean hasMoney() {
            return this == AUTHORIZED || this == CAPTURED;
        }

        /** Whether the provider must have heard of it. */
        boolean mustBeThere() {
            return hasMoney() || this == REFUNDED;
        }
    }

    static PaymentByLog of(List<Happened> events) {
        Standing standing = Standing.NONE;
        Money amount = null;
        for (Happened each : events) {
            if (each.event() instanceof PaymentRequested requested) {
                amount = requested.amount();
            }
            if (each.event() instanceof PaymentEvent event) {
                standing = after(event, standing);
            }
        }
        return new PaymentByLog(standing, amount);
    }

    private static Standing after(PaymentEvent event, Standing before) {
        // A switch over patterns would say the same, from Java 21 on.
        if (event instanceof PaymentRequested
                || event instanceof CaptureRequested
                || event instanceof VoidRequested
                || event instanceof RefundRequested) {
            return Standing.UNDER_WAY;
        } else if (event instanceof PaymentAuthorized) {
            return Standing.AUTHORIZED;
        } else if (event instanceof PaymentDeclined) {
            return Standing.DECLINED;
        } else if (event instanceof PaymentCaptured) {
            return Standing.CAPTURED;
        } else if (event instanceof PaymentCaptureFailed) {
            return Standing.CAPTURE_FAILED;
        } else if (event instanceof PaymentVoided) {
            return Standing.VOIDED;
        } else if (event instanceof PaymentRefunded) {
            return Standing.REFUNDED;
        }
        return before;
    }
}
