package io.daybook.ui.live;

import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderView;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

/**
 * An order being watched. Updates are taken from the moment the watch exists, so begin it before sending the command
 * whose outcome is of interest: nothing can be missed between. Ends by itself when {@link #settled} is answered; close it
 * when the command failed. Updates that are older than what was seen are dropped.
 */
public final class OrderWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OrderWatch.class);

    private final SubscriptionQueryResult<OrderAnswer, OrderView> subscription;
    private final Disposable updates;
    private volatile @Nullable OrderView latest;
    private final CompletableFuture<OrderView> settled = new CompletableFuture<>();
    private final Consumer<OrderView> each;
    private final Runnable gone;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param gone is run when the view cannot be followed any more */
    OrderWatch(SubscriptionQueryResult<OrderAnswer, OrderView> subscription, Consumer<OrderView> each, Runnable gone) {
        this.subscription = subscription;
        this.each = each;
        this.gone = gone;
        this.updates = subscription.updates().subscribe(this::see, this::lost, this::ended);
    }

    /**
     * The order once it is settled, or as last seen when the time is up; empty when the view does not know it yet. Fails
     * when the view cannot be asked.
     *
     * @param timeout   how long to wait at most
     * @param firstLook when to ask the view for what happened before the watch began: an order sent for the second time
     *                  may have been settled long ago
     */
    CompletableFuture<Optional<OrderView>> settled(Duration timeout, Duration firstLook) {
        CompletableFuture<Boolean> due = new CompletableFuture<>();
        if (!firstLook.isZero()) {
            // Of one that is settled before, nothing is kept until then.
            due.completeOnTimeout(true, firstLook.toMillis(), TimeUnit.MILLISECONDS)
                    .thenAccept(unsettled -> {
                        if (unsettled) {
                            CompletableFuture.runAsync(this::look);
                        }
                    });
        } else {
            look();
        }
        return settled.<Optional<OrderView>>thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(view -> view.or(() -> Optional.ofNullable(latest)))
                .whenComplete((view, failure) -> {
                    due.complete(false);
                    close();
                });
    }

    /** Asks the view once; the answer counts like an update. */
    void look() {
        if (!settled.isDone()) {
            subscription.initialResult().subscribe(answer -> answer.order().forEach(this::see), this::lost);
        }
    }

    private void lost(Throwable failure) {
        settled.completeExceptionally(Subscribing.ended(failure));
        ended();
    }

    private void ended() {
        if (!closed.get()) {
            gone.run();
        }
    }

    private void see(OrderView view) {
        synchronized (this) {
            OrderView before = latest;
            if (before != null && before.position() >= view.position()) {
                return;
            }
            latest = view;
            // Inside, so that nobody is shown an older state after a newer one.
            each.accept(view);
        }
        if (view.state().settled()) {
            settled.complete(view);
        }
    }

    /** Ends the subscription; again, nothing happens. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            updates.dispose();
            try {
                subscription.cancel();
            } catch (Sinks.EmissionException ended) {
                log.debug("The subscription was ended from the other side before", ended);
            }
        }
    }
}
