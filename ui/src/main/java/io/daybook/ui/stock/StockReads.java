package io.daybook.ui.stock;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.StockList;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.operations.StockConsistency;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryGateway;

/**
 * Reads stock as fresh as is asked for. Whatever cannot be had in time is answered with what the view has, and says so: the
 * shop can be looked at while inventory is away. Fails only when the view cannot be asked either.
 */
public final class StockReads implements AutoCloseable {

    private static final String METER = "daybook.stock.reads";

    private final QueryGateway queries;
    private final StockCounter counter;
    private final StockSettings settings;
    private final Timer eventual;
    private final Timer ownWrites;
    private final Timer strong;

    /** Not the threads that answered: those belong to whoever handles commands, or to a clock. */
    private final ExecutorService threads;

    StockReads(QueryGateway queries, StockCounter counter, StockSettings settings, MeterRegistry meters) {
        this.queries = queries;
        this.counter = counter;
        this.settings = settings;
        this.eventual = timer(StockConsistency.EVENTUAL, meters);
        this.ownWrites = timer(StockConsistency.READ_YOUR_WRITES, meters);
        this.strong = timer(StockConsistency.STRONG, meters);
        this.threads = Executors.newFixedThreadPool(settings.threads(), task -> {
            Thread thread = new Thread(task, "stock-reads");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static Timer timer(StockConsistency consistency, MeterRegistry meters) {
        return Timer.builder(METER)
                .description("Reads of stock for the shop, until there is an answer")
                .tag("consistency", consistency.name())
                .register(meters);
    }

    /** Reads for a visitor or a program; it is measured. The supplier is called only where it matters what the reader has done. */
    public CompletableFuture<ShownStock> read(Set<Sku> skus, StockConsistency consistency, Supplier<OwnWrites> own) {
        if (skus.isEmpty()) {
            return CompletableFuture.completedFuture(ShownStock.nothing(consistency));
        }
        long began = System.nanoTime();
        return ask(skus, consistency, own)
                .whenComplete((stock, failure) ->
                        measured(consistency).record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
    }

    /** All reads of this kind by visitors and programs, since the start. */
    public Timer measured(StockConsistency consistency) {
        return switch (consistency) {
            case EVENTUAL -> eventual;
            case READ_YOUR_WRITES -> ownWrites;
            case STRONG -> strong;
        };
    }

    /** The same for somebody who only wants to know what it costs, and so leaves no trace in the meters. */
    public CompletableFuture<ShownStock> ask(Set<Sku> skus, StockConsistency consistency, Supplier<OwnWrites> own) {
        return switch (consistency) {
            case EVENTUAL -> view(skus, consistency, false, OwnWrites.NONE);
            case READ_YOUR_WRITES -> including(own.get(), skus);
            case STRONG -> count(skus);
        };
    }

    private CompletableFuture<ShownStock> view(
            Set<Sku> skus, StockConsistency consistency, boolean updating, OwnWrites own) {
        return queries.query(new FindStock(WarehouseId.MAIN, skus), StockList.class)
                .thenApply(stock -> ShownStock.ofView(consistency, stock, updating, own));
    }

    private CompletableFuture<ShownStock> including(OwnWrites own, Set<Sku> skus) {
        if (own.isNone()) {
            return view(skus, StockConsistency.READ_YOUR_WRITES, false, own);
        }
        return settled(own)
                .thenCompose(now -> reached(now, skus))
                .orTimeout(settings.ownWithin().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyComposeAsync(
                        failure -> failure instanceof TimeoutException
                                ? view(skus, StockConsistency.READ_YOUR_WRITES, true, own)
                                : CompletableFuture.failedFuture(failure),
                        threads);
    }

    /** Once the order has settled, all that it moved stands before its last event. */
    private CompletableFuture<OwnWrites> settled(OwnWrites own) {
        if (own.open() == null) {
            return CompletableFuture.completedFuture(own);
        }
        return queries.query(new FindOrder(own.open(), own.position()), OrderAnswer.class)
                .thenApply(answer -> answer.position() < own.position() ? own : settled(own, answer));
    }

    /** An order that a view does not know which has come so far was never placed: nothing need be waited for. */
    private static OwnWrites settled(OwnWrites own, OrderAnswer answer) {
        OrderView order = answer.order().stream().findFirst().orElse(null);
        if (order == null) {
            return OwnWrites.upTo(own.position());
        }
        return order.state().settled() ? OwnWrites.upTo(Math.max(own.position(), order.position())) : own;
    }

    private CompletableFuture<ShownStock> reached(OwnWrites own, Set<Sku> skus) {
        return queries.query(new FindStock(WarehouseId.MAIN, skus, own.position()), StockList.class)
                .thenApply(stock -> {
                    boolean updating = own.open() != null || stock.position() < own.position();
                    return ShownStock.ofView(StockConsistency.READ_YOUR_WRITES, stock, updating, own);
                });
    }

    private CompletableFuture<ShownStock> count(Set<Sku> skus) {
        return counter.count(skus)
                .thenApply(ShownStock::counted)
                .exceptionallyComposeAsync(
                        unanswered -> view(skus, StockConsistency.STRONG, true, OwnWrites.NONE), threads);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
