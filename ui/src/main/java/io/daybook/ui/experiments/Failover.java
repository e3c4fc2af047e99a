package io.daybook.ui.experiments;

import io.daybook.api.catalog.Sku;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsEvent.InstanceDisabled;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.operations.InstanceReport;
import io.daybook.ui.placement.TestCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An instance is taken out under load. */
final class Failover implements Experiment {

    static final String SERVICE = "order";

    /** Of so many orders one is paid with a card that is declined, in seeded failures. */
    static final int ONE_OF = 10;

    private final ExperimentSettings settings;

    Failover(ExperimentSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "failover";
    }

    @Override
    public String title() {
        return "Failover";
    }

    @Override
    public String description() {
        return "%d orders are placed over %d s. In the middle, one of the instances that take them is taken out."
                .formatted(orders(), settings.failover().over().toSeconds());
    }

    @Override
    public List<String> expectations() {
        return List.of(
                "Every order is taken and confirmed, those before, during and after alike.",
                "Each is paid for exactly once, and none gets stuck.");
    }

    @Override
    public String sabotage() {
        return "One order in %d is paid with a card that is declined, so that not all can be confirmed."
                .formatted(ONE_OF);
    }

    @Override
    public int orders() {
        return settings.failover().orders();
    }

    @Override
    public Optional<String> obstacle(List<InstanceReport> instances) {
        int there = Instances.of(SERVICE, instances).size();
        return there >= 2
                ? Optional.empty()
                : Optional.of(
                        "It needs two instances of the service %s that are well and take part; there are %d. Taking out the only one would stop all orders."
                                .formatted(SERVICE, there));
    }

    @Override
    public List<Check> run(Stage stage) throws InterruptedException {
        List<InstanceReport> instances =
                Instances.of(SERVICE, stage.platform().instances().instances());
        InstanceName victim =
                new InstanceName(instances.get(instances.size() - 1).name());
        Sku sku = stage.product(orders());
        stage.step("Orders are placed over %d s."
                .formatted(settings.failover().over().toSeconds()));
        Placing placing =
                stage.place(Batch.of(sku, orders(), settings.failover().senders())
                        .over(settings.failover().over())
                        .paidWith(number -> card(stage.seeded(), number)));
        stage.awaitLog(settings.settle(), () -> stage.log().placed() >= orders() / 3);
        stage.steering().disable(victim);
        stage.step("%s is taken out.".formatted(victim));
        if (stage.awaitInstances(settings.follow(), all -> Instances.isOut(victim, all))) {
            stage.step("%s says that it is out.".formatted(victim));
        }
        placing.finish();
        stage.awaitSettled(settings.settle());
        return verdict(stage.findings(), orders(), victim);
    }

    static TestCard card(boolean seeded, int number) {
        return seeded && number % ONE_OF == 0 ? TestCard.DECLINE : TestCard.APPROVE;
    }

    static List<Check> verdict(Findings log, int orders, InstanceName victim) {
        List<Instant> placed = log.times(OrderPlaced.class, any -> true);
        Optional<Instant> out = log
                .times(InstanceDisabled.class, event -> event.instance().equals(victim))
                .stream()
                .findFirst();
        long before = placed.stream()
                .filter(at -> out.isPresent() && at.isBefore(out.get()))
                .count();
        long after = placed.stream()
                .filter(at -> out.isPresent() && at.isAfter(out.get()))
                .count();
        return List.of(
                new Check(
                        "%s is taken out while orders are being placed.".formatted(victim),
                        out.isEmpty()
                                ? "It was not."
                                : "%d orders were placed before it, %d after.".formatted(before, after),
                        before > 0 && after > 0),
                log.accepted(orders),
                log.allConfirmed(orders),
                log.eachPaidOnce(),
                log.noneStuck());
    }
}
