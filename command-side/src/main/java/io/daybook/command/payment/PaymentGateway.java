package io.daybook.command.payment;

import io.daybook.api.payment.PaymentEvent;
import io.daybook.api.payment.PaymentEvent.CaptureRequested;
import io.daybook.api.payment.PaymentEvent.PaymentRequested;
import io.daybook.api.payment.PaymentEvent.RefundRequested;
import io.daybook.api.payment.PaymentEvent.VoidRequested;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Carries what payments want to the payment provider, and the provider's answers back to them. It never waits: each batch
 * of events starts errands as it commits, and the outcomes close them when they come by in the log.
 *
 * <p>Replaying it would ask the provider for everything again, so it cannot be replayed.
 */
@ProcessingGroup(PaymentGateway.GROUP)
@DisallowReplay
final class PaymentGateway {

    static final String GROUP = "payment-gateway";

    private final Errands errands;
    private final PaymentSettings settings;
    private final Clock clock;

    PaymentGateway(Errands errands, PaymentSettings settings, Clock clock) {
        this.errands = errands;
        this.settings = settings;
        this.clock = clock;
    }

    @EventHandler
    void on(PaymentRequested event, @Timestamp Instant at, UnitOfWork<?> batch) {
        open(new Intent.Authorization(event.paymentId(), event.amount(), event.method()), at, batch);
    }

    @EventHandler
    void on(CaptureRequested event, @Timestamp Instant at, UnitOfWork<?> batch) {
        open(new Intent.Capture(event.paymentId()), at, batch);
    }

    @EventHandler
    void on(VoidRequested event, @Timestamp Instant at, UnitOfWork<?> batch) {
        open(new Intent.Release(event.paymentId()), at, batch);
    }

    @EventHandler
    void on(RefundRequested event, @Timestamp Instant at, UnitOfWork<?> batch) {
        open(new Intent.Refund(event.paymentId()), at, batch);
    }

    /** All other events are outcomes. */
    @EventHandler
    void on(PaymentEvent outcome, UnitOfWork<?> batch) {
        ErrandsOfBatch.of(batch).close(outcome.paymentId());
    }

    private void open(Intent intent, Instant at, UnitOfWork<?> batch) {
        Errand errand = new Errand(intent, Cause.present(), errands);
        ErrandsOfBatch.of(batch).open(errand);
        batch.root().afterCommit(committed -> {
            if (ErrandsOfBatch.of(committed).opened().containsValue(errand)) {
                errand.start(delayOf(at));
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
