package io.daybook.ui.experiments;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.CountStock;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockCount;
import io.daybook.api.inventory.StockLevel;
import io.daybook.operations.InstanceDirectory;
import io.daybook.operations.InstanceReport;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.pages.Views;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/** What an experiment works with: the platform, as far as operators and customers can reach it, and the log of the run. */
final class Stage implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** Of seconds; what happens in less says nothing about how much happens in one. */
    private static final double SHORTEST_SPAN = 0.25;

    /** The platform as seen from here. */
    record Platform(Sending commands, Views views, LogPosition head, InstanceDirectory instances) {}

    private final Platform platform;
    private final Progress progress;
    private final RunLog log;
    private final Steering steering;
    private final ExperimentSettings settings;
    private final Numbering numbering;
    private final Map<String, DoubleSupplier> gauges = new ConcurrentHashMap<>();
    private final List<Placing> placings = new CopyOnWriteArrayList<>();
    private Counts before = new Counts(0, 0, 0, System.nanoTime());

    private record Counts(int placed, int confirmed, int rejected, long nanoTime) {}

    Stage(Platform platform, Progress progress, RunLog log, Steering steering, ExperimentSettings settings) {
        this.platform = platform;
        this.progress = progress;
        this.log = log;
        this.steering = steering;
        this.settings = settings;
        this.numbering = new Numbering(progress.now().id());
    }

    /** Whether the expectation is to be broken. */
    boolean seeded() {
        return progress.now().seeded();
    }

    Run run() {
        return progress.now();
    }

    Numbering numbering() {
        return numbering;
    }

    Steering steering() {
        return steering;
    }

    RunLog log() {
        return log;
    }

    Platform platform() {
        return platform;
    }

    void step(String text) {
        progress.step(text);
    }

    /** A product of the run with so many units. */
    Sku product(int units) {
        Sku sku = numbering.sku(1);
        receive(sku, units);
        step("%d units of %s came into the warehouse %s.".formatted(units, sku, Numbering.WAREHOUSE));
        return sku;
    }

    void receive(Sku sku, int units) {
        progress.uses(sku.value());
        Run run = progress.now();
        platform.commands()
                .send(new ReceiveStock(
                        Numbering.WAREHOUSE,
                        sku,
                        MovementId.random(),
                        units,
                        "experiment %s".formatted(run.experiment()),
                        run.by()));
    }

    /** What the stock itself says of a product. */
    StockLevel count(Sku sku) {
        StockCount count = platform.commands().ask(new CountStock(Numbering.WAREHOUSE, List.of(sku)), StockCount.class);
        return count.stock().get(0).level();
    }

    /** Begins to place orders. */
    Placing place(Batch batch) {
        Placing placing = new Placing(batch, numbering, platform.commands(), progress, settings.accept());
        placings.add(placing);
        return placing;
    }

    /** Places them, and waits until all have been sent. */
    void placeAll(Batch batch) throws InterruptedException {
        place(batch).finish();
    }

    /** What the log says of the run up to now. */
    Findings findings() throws InterruptedException {
        return log.findings(settings.follow());
    }

    /** Waits until as many orders are settled as have been placed; it is for the verdict to say when they are not. */
    void awaitSettled(Duration atMost) throws InterruptedException {
        log.catchUp(settings.follow());
        boolean settled = awaitLog(atMost, () -> log.confirmed() + log.rejected() >= log.placed());
        step(
                settled
                        ? "All orders are settled: %d confirmed, %d rejected."
                                .formatted(log.confirmed(), log.rejected())
                        : "Not all orders are settled after %d s: %d of %d are."
                                .formatted(atMost.toSeconds(), log.confirmed() + log.rejected(), log.placed()));
    }

    boolean awaitLog(Duration atMost, BooleanSupplier so) throws InterruptedException {
        return log.await(atMost, () -> {
            progress.goOn();
            return so.getAsBoolean();
        });
    }

    /** Looks at the instances' reports until they say so; false when they do not after that time. */
    boolean awaitInstances(Duration atMost, Predicate<List<InstanceReport>> so) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!so.test(platform.instances().instances())) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(BETWEEN_LOOKS);
        }
        return true;
    }

    void pause(Duration time) throws InterruptedException {
        progress.pause(time);
    }

    /** A line of the second chart. */
    void gauge(String line, DoubleSupplier value) {
        gauges.put(line, value);
    }

    /** A point of the charts: orders a second since the last, and what the gauges say. */
    synchronized void sample() {
        Counts now = new Counts(log.placed(), log.confirmed(), log.rejected(), System.nanoTime());
        double seconds = (now.nanoTime() - before.nanoTime()) / 1e9;
        if (seconds < SHORTEST_SPAN) {
            return;
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("placed", tenths((now.placed() - before.placed()) / seconds));
        values.put("confirmed", tenths((now.confirmed() - before.confirmed()) / seconds));
        values.put("failed", tenths((now.rejected() - before.rejected()) / seconds));
        gauges.forEach((line, value) -> values.put(line, tenths(value.getAsDouble())));
        before = now;
        progress.sample(values);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** No order comes any more after this. */
    @Override
    public void close() {
        placings.forEach(Placing::stop);
    }
}
