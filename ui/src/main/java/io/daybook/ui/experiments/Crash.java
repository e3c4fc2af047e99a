package io.daybook.ui.experiments;

import io.daybook.api.catalog.Sku;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.operations.InstanceReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The instance that drives orders on dies in the middle of it. */
final class Crash implements Experiment {

    /** What drives orders on, under the name that its instance reports. */
    private static final String PROCESSOR = "fulfilment";

    private final ExperimentSettings settings;

    Crash(ExperimentSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String title() {
        return "Crash";
    }

    @Override
    public String description() {
        return "%d orders are placed over %d s. In the middle, the instance that drives orders from step to step dies, without any notice."
                .formatted(orders(), settings.crash().over().toSeconds());
    }

    @Override
    public List<String> expectations() {
        return List.of(
                "The instance dies.",
                "Every order is confirmed all the same: another instance goes on where the dead one was.",
                "No step is done twice: each order is paid for exactly once. None gets stuck.");
    }

    @Override
    public String sabotage() {
        return "One order in %d is paid with a card that is declined, so that not all can be confirmed."
                .formatted(Failover.ONE_OF);
    }

    @Override
    public int orders() {
        return settings.crash().orders();
    }

    @Override
    public Optional<String> obstacle(List<InstanceReport> instances) {
        return victim(instances).isPresent()
                ? Optional.empty()
                : Optional.of("No instance that is well says that it drives orders on: there is none to kill.");
    }

    private static Optional<InstanceReport> victim(List<InstanceReport> instances) {
        return Instances.well(instances).stream()
                .filter(report -> report.processors().contains(PROCESSOR))
                .findFirst();
    }

    @Override
    public List<Check> run(Stage stage) throws InterruptedException {
        InstanceReport victim = victim(stage.platform().instances().instances()).orElseThrow();
        InstanceName name = new InstanceName(victim.name());
        Sku sku = stage.product(orders());
        stage.step(
                "Orders are placed over %d s.".formatted(settings.crash().over().toSeconds()));
        Placing placing = stage.place(Batch.of(sku, orders(), settings.crash().senders())
                .over(settings.crash().over())
                .paidWith(number -> Failover.card(stage.seeded(), number)));
        stage.awaitLog(settings.settle(), () -> stage.log().placed() >= orders() / 3);
        stage.steering().inject(new Fault.Crash(name), settings.crash().dead());
        stage.step("%s is to die.".formatted(name));
        boolean died = stage.awaitInstances(settings.follow(), all -> Instances.hasDied(victim, all));
        stage.step(died ? "%s is dead.".formatted(name) : "%s lives on.".formatted(name));
        placing.finish();
        stage.awaitSettled(settings.settle());
        if (died && stage.awaitInstances(settings.follow(), all -> Instances.isBack(victim, all))) {
            stage.step("%s is back.".formatted(name));
        }
        return verdict(stage.findings(), orders(), name, died);
    }

    /** @param died what the reports say; the dead write no events */
    static List<Check> verdict(Findings log, int orders, InstanceName victim, boolean died) {
        List<Instant> placed = log.times(OrderPlaced.class, any -> true);
        Optional<Instant> crash =
                log.times(FaultInjected.class, fault -> fault.what().equals(new Fault.Crash(victim))).stream()
                        .findFirst();
        long before = placed.stream()
                .filter(at -> crash.isPresent() && at.isBefore(crash.get()))
                .count();
        long after = placed.stream()
                .filter(at -> crash.isPresent() && at.isAfter(crash.get()))
                .count();
        return List.of(
                new Check(
                        "%s is told to die while orders are being placed.".formatted(victim),
                        crash.isEmpty()
                                ? "It was not."
                                : "%d orders were placed before it, %d after.".formatted(before, after),
                        before > 0 && after > 0),
                new Check(
                        "%s dies.".formatted(victim),
                        died ? "It fell silent, or was started again." : "It went on reporting.",
                        died),
                log.accepted(orders),
                log.allConfirmed(orders),
                log.eachPaidOnce(),
                log.noneStuck());
    }
}
