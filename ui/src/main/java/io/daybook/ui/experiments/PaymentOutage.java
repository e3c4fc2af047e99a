package io.daybook.ui.experiments;

import io.daybook.api.catalog.Sku;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.FaultId;
import io.daybook.api.operations.OperationsEvent.FaultEnded;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import io.daybook.api.operations.ProviderBehaviour;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The payment provider is away for a while. */
final class PaymentOutage implements Experiment {

    private final ExperimentSettings settings;

    PaymentOutage(ExperimentSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "payment-outage";
    }

    @Override
    public String title() {
        return "Payment outage";
    }

    @Override
    public String description() {
        return "The payment provider takes no calls for %d s, meanwhile %d orders are placed. Then it is back. This holds up the payments of real orders, too."
                .formatted(outage().toSeconds(), orders());
    }

    private Duration outage() {
        return settings.paymentOutage().outage();
    }

    @Override
    public List<String> expectations() {
        return List.of(
                "Every order is taken, and its payment is asked for, as if nothing were wrong.",
                "While the provider is away, no payment is held and no order is confirmed or rejected: all wait.",
                "Within %d s after it is back, all are confirmed, each paid for exactly once."
                        .formatted(settings.paymentOutage().settle().toSeconds()));
    }

    @Override
    public String sabotage() {
        return "The provider stays away for longer than the experiment waits.";
    }

    @Override
    public int orders() {
        return settings.paymentOutage().orders();
    }

    @Override
    public List<Check> run(Stage stage) throws InterruptedException {
        Duration patience = settings.paymentOutage().settle();
        Sku sku = stage.product(orders());
        Duration longest = outage().plus(patience).plus(settings.grace()).plus(settings.settle());
        FaultId fault = stage.steering().inject(new Fault.ProviderTrouble(ProviderBehaviour.DOWN), longest);
        stage.step("The payment provider takes no calls any more.");
        stage.pause(settings.grace());
        stage.step("%d orders are placed.".formatted(orders()));
        Placing placing = stage.place(
                Batch.of(sku, orders(), settings.paymentOutage().senders()).over(outage().dividedBy(2)));
        stage.pause(outage());
        placing.finish();
        if (stage.seeded()) {
            stage.step("The provider should be back now, and is not.");
        } else {
            stage.steering().end(fault);
            stage.step("The payment provider is back.");
        }
        stage.awaitSettled(patience);
        return verdict(stage.findings(), orders(), patience);
    }

    static List<Check> verdict(Findings log, int orders, Duration patience) {
        Optional<FaultInjected> outage = log.all(FaultInjected.class)
                .filter(fault -> fault.what().equals(new Fault.ProviderTrouble(ProviderBehaviour.DOWN)))
                .findFirst();
        Optional<Instant> ended = outage.flatMap(fault -> log.all(FaultEnded.class)
                .filter(end -> end.fault().equals(fault.fault()))
                .map(FaultEnded::at)
                .findFirst());
        Instant back = ended.orElse(Instant.MAX);
        Instant late = ended.map(end -> end.plus(patience)).orElse(Instant.MAX);
        long authorized = before(back, log.times(PaymentAuthorized.class, any -> true));
        long confirmed = before(back, log.times(OrderConfirmed.class, any -> true));
        long rejected = before(back, log.times(OrderRejected.class, any -> true));
        List<Instant> confirmations = log.times(OrderConfirmed.class, any -> true);
        long inTime = before(late, confirmations);
        long asked = log.all(PaymentRequested.class).count();
        return List.of(
                new Check(
                        "The provider goes away, and comes back while the experiment lasts.",
                        outage.isEmpty()
                                ? "It never went away."
                                : ended.isEmpty() ? "It did not come back in time." : "It did.",
                        ended.isPresent()),
                log.accepted(orders),
                new Check(
                        "The payment of every order is asked for.",
                        "That of %d was.".formatted(asked),
                        asked == orders),
                new Check(
                        "While it is away, no payment is held, and no order is confirmed or rejected.",
                        "%d payments were held, %d orders confirmed, %d rejected."
                                .formatted(authorized, confirmed, rejected),
                        authorized == 0 && confirmed == 0 && rejected == 0),
                new Check(
                        "All are confirmed within %d s after.".formatted(patience.toSeconds()),
                        "%d of %d were.".formatted(ended.isPresent() ? inTime : 0, orders),
                        ended.isPresent() && inTime == orders),
                log.eachPaidOnce(),
                log.noneStuck());
    }

    private static long before(Instant end, List<Instant> times) {
        return times.stream().filter(at -> at.isBefore(end)).count();
    }
}
