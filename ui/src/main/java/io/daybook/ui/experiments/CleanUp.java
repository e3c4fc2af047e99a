package io.daybook.ui.experiments;

import io.daybook.api.CommandRefused;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.AdjustStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.order.OrderCommand.CancelOrder;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import io.daybook.api.order.OrderEvent.CancellationRequested;
import io.daybook.api.order.OrderEvent.FulfilmentRetried;
import io.daybook.api.order.OrderEvent.FulfilmentStuck;
import io.daybook.api.order.OrderEvent.OrderCancelled;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.order.OrderId;
import io.daybook.ui.experiments.Run.PutBack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Clears away what a run has left behind: puts back what it changed, cancels its orders, which gives money and stock back,
 * and takes the stock out of the books. What there is to do is found in the run's record and in the log, so that it can be
 * done by another process than the run's, and done again.
 */
final class CleanUp {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final EventStore events;
    private final Sending commands;
    private final Steering steering;
    private final Progress progress;
    private final Duration longest;
    private final Runnable record;

    CleanUp(
            EventStore events,
            Sending commands,
            Steering steering,
            Progress progress,
            Duration longest,
            Runnable record) {
        this.events = events;
        this.commands = commands;
        this.steering = steering;
        this.progress = progress;
        this.longest = longest;
        this.record = record;
    }

    /** Returns when all is as it was; fails when it is not after a while: then it is to be done again. */
    void run() throws InterruptedException {
        putBack();
        cancelOrders();
        emptyShelves();
    }

    /** The last change first. */
    private void putBack() {
        List<PutBack> changes = new ArrayList<>(progress.now().putBack());
        for (int index = changes.size() - 1; index >= 0; index--) {
            PutBack change = changes.get(index);
            steering.putBack(change);
            progress.cleaned(
                    switch (change.kind()) {
                        case ENABLE -> "%s takes part again.".formatted(change.target());
                        case WEIGH -> "%s has load factor %d again.".formatted(change.target(), change.value());
                        case END_FAULT -> "The fault %s has ended.".formatted(change.target());
                    });
            record.run();
        }
    }

    private void cancelOrders() throws InterruptedException {
        Run run = progress.now();
        Numbering numbering = new Numbering(run.id());
        List<OrderId> open = IntStream.rangeClosed(1, run.orders())
                .mapToObj(numbering::order)
                .filter(order -> standing(order).open())
                .toList();
        String reason = "experiment %s is over".formatted(run.experiment());
        for (OrderId order : open) {
            carryOut(new CancelOrder(order, reason, run.by()));
        }
        awaitCancelled(open);
        if (!open.isEmpty()) {
            progress.cleaned("%d orders were cancelled; money and stock went back.".formatted(open.size()));
        }
    }

    /** One that gets stuck on the way is tried again, as a person would do, and it is told. */
    private void awaitCancelled(List<OrderId> orders) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        Set<OrderId> stuck = new HashSet<>();
        List<OrderId> left = orders;
        while (!left.isEmpty()) {
            List<OrderId> still = new ArrayList<>();
            for (OrderId order : left) {
                Standing standing = standing(order);
                if (standing.open()) {
                    still.add(order);
                }
                if (standing.open() && standing.stuck()) {
                    stuck.add(order);
                    carryOut(new RetryFulfilment(
                            order, "the experiment is over", progress.now().by()));
                }
            }
            left = still;
            if (!left.isEmpty() && System.nanoTime() > end) {
                throw new IllegalStateException("%d orders are not cancelled yet".formatted(left.size()));
            }
            if (!left.isEmpty()) {
                TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            }
        }
        if (!stuck.isEmpty()) {
            progress.cleaned("%d orders got stuck while they were being cancelled, and were tried again: %s."
                    .formatted(stuck.size(), stuck));
        }
    }

    /** One that has been settled in this moment may refuse it, and need it no more. */
    private void carryOut(Object command) {
        try {
            commands.send(command);
        } catch (RuntimeException failure) {
            if (CommandRefused.in(failure).isEmpty()) {
                throw failure;
            }
        }
    }

    /** @param open whether something is still reserved or paid for it, or may be */
    private record Standing(boolean open, boolean stuck) {}

    private Standing standing(OrderId order) {
        boolean open = false;
        boolean stuck = false;
        DomainEventStream story = events.readEvents(order.value());
        while (story.hasNext()) {
            Object event = story.next().getPayload();
            if (event instanceof OrderPlaced) {
                open = true;
            } else if (event instanceof OrderRejected || event instanceof OrderCancelled) {
                open = false;
            } else if (event instanceof FulfilmentStuck) {
                stuck = true;
            } else if (event instanceof FulfilmentRetried || event instanceof CancellationRequested) {
                stuck = false;
            }
        }
        return new Standing(open, stuck);
    }

    private void emptyShelves() {
        Run run = progress.now();
        for (String code : run.skus()) {
            Sku sku = new Sku(code);
            StockLevel level = new Stock(events).level(sku);
            if (level.reserved() != 0) {
                throw new IllegalStateException("%d units of %s are still reserved".formatted(level.reserved(), sku));
            }
            if (level.onHand() > 0) {
                commands.send(new AdjustStock(
                        Numbering.WAREHOUSE,
                        sku,
                        MovementId.random(),
                        -level.onHand(),
                        "experiment %s is over".formatted(run.experiment()),
                        run.by()));
                progress.cleaned("%d units of %s were taken off the books.".formatted(level.onHand(), sku));
            }
        }
    }
}
