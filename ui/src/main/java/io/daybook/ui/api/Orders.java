package io.daybook.ui.api;

import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderView;
import io.daybook.ui.http.HttpSettings;
import io.daybook.ui.http.NotThere;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.live.OrderUpdates;
import io.daybook.ui.live.OrderWatch;
import io.daybook.ui.placement.OrderPlacement;
import io.daybook.ui.placement.PlacedOrder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What is answered about orders, to customers and staff alike. */
final class Orders {

    private static final Logger log = LoggerFactory.getLogger(Orders.class);

    private final QueryGateway queries;
    private final OrderPlacement placement;
    private final OrderUpdates updates;
    private final LogPosition position;
    private final HttpSettings settings;

    Orders(
            QueryGateway queries,
            OrderPlacement placement,
            OrderUpdates updates,
            LogPosition position,
            HttpSettings settings) {
        this.queries = queries;
        this.placement = placement;
        this.updates = updates;
        this.position = position;
        this.settings = settings;
    }

    /**
     * Places an order and answers with it: 200 when it is settled within the time that the caller would wait, 202 before.
     * The order is watched before it is placed, so that nothing of it is missed and the view need not be asked.
     *
     * @param at     path under which orders are found
     * @param prefer lines of the header {@code Prefer}
     */
    CompletableFuture<ResponseEntity<Object>> place(
            String at,
            OrderId orderId,
            @Nullable List<String> prefer,
            Supplier<CompletableFuture<PlacedOrder>> placing) {
        Optional<Duration> wait = Prefer.patience(prefer == null ? List.of() : prefer, settings.maxWait());
        URI location = URI.create(at + orderId);
        if (wait.isEmpty()) {
            return placed(placing)
                    .thenCompose(placed -> orNothing(now(orderId))
                            .thenApply(view -> accepted(location, null, placed)
                                    .body(view.isPresent() ? view.get() : AcceptedOrder.of(placed))));
        }
        OrderWatch watch = updates.watch(orderId);
        CompletableFuture<PlacedOrder> placed;
        try {
            placed = placed(placing);
        } catch (RuntimeException failure) {
            watch.close();
            throw failure;
        }
        return placed.thenCompose(order -> orNothing(updates.settled(watch, wait.get(), longer(order)))
                        .thenApply(view -> answer(location, order, view, wait.get())))
                .whenComplete((answer, failure) -> watch.close());
    }

    /** When many wait, the view would be asked in vain about each of them: it tells of a new order by itself. */
    private Duration longer(PlacedOrder order) {
        return order.before() ? Duration.ZERO : placement.expectedWait(order.tier());
    }

    /** What is refused at once is thrown: a future would take the request through the container once more. */
    private static CompletableFuture<PlacedOrder> placed(Supplier<CompletableFuture<PlacedOrder>> placing) {
        CompletableFuture<PlacedOrder> placed = placing.get();
        if (placed.isCompletedExceptionally()) {
            try {
                placed.join();
            } catch (CompletionException failure) {
                if (failure.getCause() instanceof RuntimeException refusal) {
                    throw refusal;
                }
            }
        }
        return placed;
    }

    /** An order that is in the log is accepted, though the view that would show it be away. */
    private static CompletableFuture<Optional<OrderView>> orNothing(CompletableFuture<Optional<OrderView>> view) {
        return view.exceptionally(away -> {
            log.warn("An order was accepted, and cannot be shown: {}", away.toString());
            return Optional.empty();
        });
    }

    private ResponseEntity<Object> answer(URI location, PlacedOrder placed, Optional<OrderView> view, Duration waited) {
        if (view.isPresent() && view.get().state().settled()) {
            return ResponseEntity.ok()
                    .location(location)
                    .header(Prefer.APPLIED, Prefer.applied(waited))
                    .body(view.get());
        }
        return accepted(location, waited, placed).body(view.isPresent() ? view.get() : AcceptedOrder.of(placed));
    }

    /** When many wait, it says after how many seconds the order is expected to be settled. */
    private ResponseEntity.BodyBuilder accepted(URI location, @Nullable Duration waited, PlacedOrder placed) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(HttpStatus.ACCEPTED).location(location);
        long seconds = placement.expectedWait(placed.tier()).toSeconds();
        if (seconds > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        return waited == null ? answer : answer.header(Prefer.APPLIED, Prefer.applied(waited));
    }

    /** The order as the view has it now. */
    private CompletableFuture<Optional<OrderView>> now(OrderId orderId) {
        return find(orderId, 0);
    }

    private CompletableFuture<Optional<OrderView>> find(OrderId orderId, long atLeast) {
        return queries.query(new FindOrder(orderId, atLeast), OrderAnswer.class)
                .thenApply(answer -> answer.order().stream().findFirst());
    }

    /**
     * The order, if the caller may see it. One that the view does not know may have been placed just now: then the view is
     * given the time to catch up with the log before this fails with {@link NotThere}.
     */
    CompletableFuture<OrderView> get(OrderId orderId, long atLeast, Predicate<OrderView> mayBeSeen) {
        return find(orderId, atLeast)
                .thenCompose(found ->
                        found.isPresent() ? CompletableFuture.completedFuture(found) : find(orderId, position.head()))
                .thenApply(found -> found.filter(mayBeSeen).orElseThrow(() -> new NotThere("order " + orderId)));
    }
}
