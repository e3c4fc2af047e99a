package io.daybook.ui.experiments;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.ReservationEvent.StockRefused;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderRejected;
import java.util.List;

/** Far more buyers than units. */
final class Oversell implements Experiment {

    private final ExperimentSettings settings;

    Oversell(ExperimentSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "oversell";
    }

    @Override
    public String title() {
        return "Oversell";
    }

    @Override
    public String description() {
        return "%,d buyers order one unit each of a product of which there are %d, as fast as orders are taken."
                .formatted(orders(), units());
    }

    private int units() {
        return settings.oversell().units();
    }

    @Override
    public List<String> expectations() {
        return List.of(
                "Exactly %d orders are confirmed, and the other %,d are rejected for want of stock."
                        .formatted(units(), orders() - units()),
                "The stock is never below zero, neither in the end nor after any movement.",
                "Who gets a unit pays once; nobody else pays.");
    }

    @Override
    public String sabotage() {
        return "One unit more is delivered in the middle of it.";
    }

    @Override
    public int orders() {
        return settings.oversell().orders();
    }

    @Override
    public List<Check> run(Stage stage) throws InterruptedException {
        Sku sku = stage.product(units());
        stage.step("%,d buyers begin to order.".formatted(orders()));
        Placing placing =
                stage.place(Batch.of(sku, orders(), settings.oversell().senders()));
        if (stage.seeded()) {
            stage.awaitLog(settings.settle(), () -> stage.log().placed() >= orders() / 10);
            stage.receive(sku, 1);
            stage.step("One unit more was delivered, behind the experiment's back.");
        }
        placing.finish();
        stage.awaitSettled(settings.settle());
        return verdict(stage.findings(), orders(), units());
    }

    static List<Check> verdict(Findings log, int orders, int units) {
        int confirmed = log.orders(OrderConfirmed.class).size();
        int rejected = log.orders(OrderRejected.class).size();
        long reserved = log.all(StockReserved.class).count();
        long refused = log.all(StockRefused.class).count();
        int lowest = log.all(StockEvent.class)
                .mapToInt(movement -> movement.level().available())
                .min()
                .orElse(0);
        int left = log.all(StockEvent.class)
                .reduce((earlier, later) -> later)
                .map(movement -> movement.level().available())
                .orElse(0);
        return List.of(
                log.accepted(orders),
                new Check(
                        "Exactly %d orders are confirmed.".formatted(units),
                        "%d were confirmed; the stock was promised to %d.".formatted(confirmed, reserved),
                        confirmed == units && reserved == units),
                new Check(
                        "The other %d are rejected, because the stock said no.".formatted(orders - units),
                        "%d were rejected; the stock said no to %d.".formatted(rejected, refused),
                        rejected == orders - units && refused == orders - units),
                new Check(
                        "The stock is never below zero, and is zero in the end.",
                        "At the lowest there were %d units, in the end %d.".formatted(lowest, left),
                        lowest >= 0 && left == 0),
                log.eachPaidOnce());
    }
}
