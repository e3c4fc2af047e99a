package io.daybook.ui.stock;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.CountStock;
import io.daybook.api.inventory.StockCount;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.WarehouseId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Asks the stock itself. It fails rather than have readers wait: when too many ask already, when there is no answer in
 * time, and at once for a while after that, so that visitors do not wait one after the other for the same nothing.
 */
final class StockCounter {

    private final CommandGateway commands;
    private final StockSettings settings;
    private final LongSupplier nanos;
    private final Semaphore free;
    private final AtomicLong askAgainAt;

    /** @param nanos a clock as {@link System#nanoTime} is one */
    StockCounter(CommandGateway commands, StockSettings settings, LongSupplier nanos) {
        this.commands = commands;
        this.settings = settings;
        this.nanos = nanos;
        this.free = new Semaphore(settings.counting());
        this.askAgainAt = new AtomicLong(nanos.getAsLong());
    }

    /** The levels of all these products; those of up to {@value CountStock#MOST_COUNTED} products are of one moment. */
    CompletableFuture<Map<Sku, StockLevel>> count(Collection<Sku> skus) {
        List<Sku> all = List.copyOf(skus);
        List<CompletableFuture<StockCount>> counts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CountStock.MOST_COUNTED) {
            counts.add(ask(all.subList(from, Math.min(all.size(), from + CountStock.MOST_COUNTED))));
        }
        return CompletableFuture.allOf(counts.toArray(CompletableFuture[]::new)).thenApply(answered -> {
            Map<Sku, StockLevel> levels = new HashMap<>();
            counts.forEach(
                    count -> levels.putAll(ShownStock.byProduct(count.join().stock())));
            return levels;
        });
    }

    private CompletableFuture<StockCount> ask(List<Sku> skus) {
        if (nanos.getAsLong() - askAgainAt.get() < 0) {
            return CompletableFuture.failedFuture(new RejectedExecutionException("the stock did not answer just now"));
        }
        if (!free.tryAcquire()) {
            return CompletableFuture.failedFuture(new RejectedExecutionException("too many ask the stock already"));
        }
        return send(new CountStock(WarehouseId.MAIN, skus))
                .orTimeout(settings.countWithin().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((count, failure) -> {
                    free.release();
                    if (failure != null) {
                        askAgainAt.set(
                                nanos.getAsLong() + settings.countAgainAfter().toNanos());
                    }
                });
    }

    private CompletableFuture<StockCount> send(CountStock command) {
        try {
            return commands.send(command);
        } catch (RuntimeException notSent) {
            return CompletableFuture.failedFuture(notSent);
        }
    }
}
