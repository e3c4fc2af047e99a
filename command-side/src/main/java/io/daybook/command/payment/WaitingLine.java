package io.daybook.command.payment;

import io.daybook.api.customer.Tier;
import io.daybook.command.tiers.TieredQueue;
import io.daybook.command.tiers.TieredQueue.Turn;
import io.github.resilience4j.bulkhead.Bulkhead;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Lets through as many asynchronous calls at a time as the bulkhead has places for; the others wait. Each tier has a share of
 * the places: a provider that is slow for many standard orders is still called for VIP ones.
 */
final class WaitingLine {

    private final Bulkhead bulkhead;
    private final TieredQueue<Supplier<CompletableFuture<?>>> waiting;

    /** @param waiting has as many places as the bulkhead */
    WaitingLine(Bulkhead bulkhead, TieredQueue<Supplier<CompletableFuture<?>>> waiting) {
        this.bulkhead = bulkhead;
        this.waiting = waiting;
    }

    /** @param call fails by its future only, never by throwing */
    void join(Tier tier, Supplier<CompletableFuture<?>> call) {
        waiting.add(tier, call);
        next();
    }

    private void next() {
        Turn<Supplier<CompletableFuture<?>>> turn = waiting.next();
        while (turn != null) {
            start(turn);
            turn = waiting.next();
        }
    }

    private void start(Turn<Supplier<CompletableFuture<?>>> turn) {
        bulkhead.acquirePermission();
        CompletableFuture<?> running = turn.work().get();
        if (running.isDone()) {
            end(turn);
        } else {
            CompletableFuture<?> unused = running.whenComplete((done, failure) -> {
                end(turn);
                next();
            });
        }
    }

    /** The bulkhead's place first: who is given the other one next finds this one free. */
    private void end(Turn<Supplier<CompletableFuture<?>>> turn) {
        bulkhead.onComplete();
        waiting.done(turn);
    }
}
