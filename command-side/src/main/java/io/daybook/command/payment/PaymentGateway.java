package io.daybook.command.payment;

import io.daybook.api.customer.Tier;
import io.daybook.api.payment.PaymentEvent;
import io.daybook.api.payment.PaymentEvent.CaptureRequested;
import io.daybook.api.payment.PaymentEvent.PaymentRequested;
import io.daybook.api.payment.PaymentEvent.RefundRequested;
import io.daybook.api.payment.PaymentEvent.VoidRequested;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Carries what payments want to the payment provider, and the provider's answers back to them. It never waits: each batch
 * of events starts errands as it commits, and the outcomes close them when they come by in the log.
 *
 * <p>Replaying it would ask the provider for everything again, so it cannot be replayed.
 */
@DisallowReplay
final class PaymentGateway {

    private final Tier tier;
    private final Errands errands;
    private final PaymentSettings settings;
    private final Clock clock;

    /** @param tier of the orders whose payments it carries; another one carries the others */
    PaymentGateway(Tier tier, Errands errands, PaymentSettings settings, Clock clock) {
        this.tier = tier;
        this.errands = errands;
        this.settings = settings;
        this.clock = clock;
    }

    /** Its processing group. Each tier has one of its own, and so a position in the log of its own: neither waits behind the other. */
    static String groupOf(Tier tier) {
        return tier == Tier.VIP ? "payment-gateway-vip" : "payment-gateway";
    }

    Tier tier() {
        return tier;
    }

    @EventHandler
    void on(PaymentRequested event, EventMessage<?> message, UnitOfWork<?> batch) {
        open(new Intent.Authorization(event.paymentId(), event.amount(), event.method()), message, batch);
    }

    @EventHandler
    void on(CaptureRequested event, EventMessage<?> message, UnitOfWork<?> batch) {
        open(new Intent.Capture(event.paymentId()), message, batch);
    }

    @EventHandler
    void on(VoidRequested event, EventMessage<?> message, UnitOfWork<?> batch) {
        open(new Intent.Release(event.paymentId()), message, batch);
    }

    @EventHandler
    void on(RefundRequested event, EventMessage<?> message, UnitOfWork<?> batch) {
        open(new Intent.Refund(event.paymentId()), message, batch);
    }

    /** All other events are outcomes. */
    @EventHandler
    void on(PaymentEvent outcome, UnitOfWork<?> batch) {
        ErrandsOfBatch.of(batch).close(outcome.paymentId());
    }

    private void open(Intent intent, EventMessage<?> message, UnitOfWork<?> batch) {
        Errand errand = new Errand(intent, Cause.present(), errands);
        ErrandsOfBatch.of(batch).open(errand);
        batch.root().afterCommit(committed -> {
            if (ErrandsOfBatch.of(committed).opened().containsValue(errand)) {
                errand.start(delayOf(message.getTimestamp()));
            }
        });
    }

    /**
     * None for an intent that has only just been recorded. An old one is being read again after a restart: its outcome may
     * well follow a little further on in the log, and is waited for.
     */
    private Duration delayOf(Instant intended) {
        boolean old = intended.plus(settings.oldAfter()).isBefore(clock.instant());
        return old ? settings.pauseForOld() : Duration.ZERO;
    }
}
