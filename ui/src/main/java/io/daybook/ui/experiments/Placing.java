package io.daybook.ui.experiments;

import io.daybook.api.CommandRefused;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.api.order.OrderLine;
import io.daybook.api.payment.PaymentMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A batch of orders being placed. Each order is sent until somebody answers, for a while: sent twice, it is placed once. A
 * unit costs a penny, so that not even while a run lasts the business looks better than it is.
 */
final class Placing {

    private static final Money PRICE = Money.ofMinor(CurrencyUnit.GBP, 1);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(200);

    private final Batch batch;
    private final Numbering numbering;
    private final Sending commands;
    private final Progress progress;
    private final Duration accept;
    private final AtomicInteger next = new AtomicInteger();
    private final long begin = System.nanoTime();
    private final CompletableFuture<Void> done;
    private volatile boolean stopped;

    Placing(Batch batch, Numbering numbering, Sending commands, Progress progress, Duration accept) {
        this.batch = batch;
        this.numbering = numbering;
        this.commands = commands;
        this.progress = progress;
        this.accept = accept;
        this.done = start();
    }

    private CompletableFuture<Void> start() {
        AtomicInteger count = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(batch.senders(), task -> {
            Thread thread = new Thread(task, "experiment-sender-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int sender = 0; sender < batch.senders(); sender++) {
            all.add(CompletableFuture.runAsync(this::placeOneAfterTheOther, senders));
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .whenComplete((placed, failure) -> senders.shutdownNow());
    }

    /** Waits until all have been sent; fails when the run is aborted. */
    void finish() throws InterruptedException {
        try {
            done.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
    }

    /** Places no more, and waits for what is under way: after this no order comes any more. */
    void stop() {
        stopped = true;
        var unused = done.handle((placed, failure) -> failure).join();
    }

    private void placeOneAfterTheOther() {
        try {
            for (int index = next.getAndIncrement();
                    index < batch.orders() && !stopped;
                    index = next.getAndIncrement()) {
                long due = begin + batch.over().toNanos() / batch.orders() * index;
                progress.pause(Duration.ofNanos(due - System.nanoTime()));
                place(batch.first() + index);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was taken in the end is for the log to say. */
    private void place(int number) throws InterruptedException {
        PlaceOrder order = order(number);
        long end = System.nanoTime() + accept.toNanos();
        while (true) {
            try {
                commands.send(order);
                return;
            } catch (RuntimeException failure) {
                if (stopped || CommandRefused.in(failure).isPresent() || System.nanoTime() > end) {
                    progress.step("Order %d was not taken: %s".formatted(number, failure));
                    return;
                }
                progress.pause(BEFORE_ANOTHER_TRY);
            }
        }
    }

    private PlaceOrder order(int number) {
        PaymentMethod card = batch.cards().apply(number).method();
        Run run = progress.now();
        Address address = new Address(
                "Buyer %d".formatted(number), "Experiment %s".formatted(run.id()), "Nowhere", "EX1 1EX", "Utopia");
        OrderLine line = new OrderLine(batch.sku(), "Unit of an experiment", 1, PRICE);
        return new PlaceOrder(
                numbering.order(number),
                batch.customer(),
                batch.tier(),
                Numbering.WAREHOUSE,
                List.of(line),
                card,
                address,
                run.by());
    }
}
