package io.daybook.command.payment;

import io.github.resilience4j.bulkhead.Bulkhead;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Lets through as many asynchronous calls at a time as the bulkhead has places for; the others wait, first come first served. */
final class WaitingLine {

    private final Bulkhead bulkhead;
    private final Queue<Supplier<CompletableFuture<?>>> waiting = new ConcurrentLinkedQueue<>();

    WaitingLine(Bulkhead bulkhead) {
        this.bulkhead = bulkhead;
    }

    /** @param call fails by its future only, never by throwing */
    void join(Supplier<CompletableFuture<?>> call) {
        waiting.add(call);
        next();
    }

    private void next() {
        while (!waiting.isEmpty() && bulkhead.tryAcquirePermission()) {
            Supplier<CompletableFuture<?>> call = waiting.poll();
            if (call == null) {
                bulkhead.releasePermission();
                continue;
            }
            CompletableFuture<?> running = call.get();
            if (running.isDone()) {
                bulkhead.onComplete();
            } else {
                CompletableFuture<?> unused = running.whenComplete((done, failure) -> {
                    bulkhead.onComplete();
                    next();
                });
            }
        }
    }
}
