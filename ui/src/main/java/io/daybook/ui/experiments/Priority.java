package io.daybook.ui.experiments;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerCommand.ChangeTier;
import io.daybook.api.customer.CustomerCommand.RegisterCustomer;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the orders of VIP customers overtake a flood of others. */
final class Priority implements Experiment {

    private final ExperimentSettings settings;

    Priority(ExperimentSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "priority";
    }

    @Override
    public String title() {
        return "Priority";
    }

    @Override
    public String description() {
        return "%d orders of a standard customer come all at once; while they queue, %d of a VIP come."
                .formatted(settings.priority().standard(), settings.priority().vip());
    }

    @Override
    public List<String> expectations() {
        return List.of(
                "Half of the VIP's orders are confirmed in less time than half of the standard ones that were placed no later.",
                "All orders are confirmed: nobody starves.");
    }

    @Override
    public String sabotage() {
        return "The customer whose orders should go first is not made a VIP.";
    }

    @Override
    public int orders() {
        return settings.priority().standard() + settings.priority().vip();
    }

    @Override
    public List<Check> run(Stage stage) throws InterruptedException {
        int flood = settings.priority().standard();
        int senders = settings.priority().senders();
        CustomerId standard = register(stage, "standard");
        CustomerId vip = register(stage, "vip");
        Tier tier = stage.seeded() ? Tier.STANDARD : Tier.VIP;
        if (!stage.seeded()) {
            Run run = stage.run();
            stage.platform().commands().send(new ChangeTier(vip, Tier.VIP, "experiment priority", run.by()));
        }
        stage.step("Customer %s is %s.".formatted(vip, tier == Tier.VIP ? "a VIP" : "no VIP, against the plan"));
        Sku sku = stage.product(orders());
        stage.step("%d standard orders come at once.".formatted(flood));
        Placing standards = stage.place(Batch.of(sku, flood, senders).by(standard, Tier.STANDARD));
        stage.awaitLog(settings.settle(), () -> stage.log().placed() >= flood / 2);
        stage.step("%d orders of the other customer come."
                .formatted(settings.priority().vip()));
        stage.placeAll(
                Batch.of(sku, settings.priority().vip(), settings.priority().vip())
                        .from(flood + 1)
                        .by(vip, tier));
        standards.finish();
        stage.awaitSettled(settings.settle());
        return verdict(stage.findings(), flood, settings.priority().vip());
    }

    private static CustomerId register(Stage stage, String who) {
        CustomerId customer = stage.numbering().customer(who);
        stage.platform()
                .commands()
                .send(new RegisterCustomer(
                        customer, "Experiment %s, %s".formatted(stage.run().id(), who)));
        return customer;
    }

    static List<Check> verdict(Findings log, int standards, int vips) {
        Map<OrderId, Instant> confirmed = log.when(OrderConfirmed.class, any -> true);
        Map<OrderId, Instant> vip = log.when(OrderPlaced.class, order -> order.tier() == Tier.VIP);
        Instant last = vip.values().stream().max(Comparator.naturalOrder()).orElse(Instant.MAX);
        Map<OrderId, Instant> standard = log.when(OrderPlaced.class, order -> order.tier() == Tier.STANDARD);
        standard.values().removeIf(at -> at.isAfter(last));
        Optional<Duration> first = median(vip, confirmed);
        Optional<Duration> then = median(standard, confirmed);
        return List.of(
                log.accepted(standards + vips),
                new Check(
                        "%d of the orders are a VIP's.".formatted(vips),
                        "%d are.".formatted(vip.size()),
                        vip.size() == vips),
                new Check(
                        "Half of the VIP's are confirmed sooner after they were placed than half of the %d standard ones placed no later."
                                .formatted(standard.size()),
                        "Within %s, and within %s.".formatted(text(first), text(then)),
                        first.isPresent() && then.isPresent() && first.get().compareTo(then.get()) < 0),
                log.allConfirmed(standards + vips));
    }

    private static String text(Optional<Duration> time) {
        return time.map(known -> known.toMillis() + " ms").orElse("no time, as there are none");
    }

    private static Optional<Duration> median(Map<OrderId, Instant> placed, Map<OrderId, Instant> confirmed) {
        List<Duration> times = placed.entrySet().stream()
                .filter(order -> confirmed.containsKey(order.getKey()))
                .map(order -> Duration.between(order.getValue(), confirmed.get(order.getKey())))
                .sorted()
                .toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get((times.size() - 1) / 2));
    }
}
