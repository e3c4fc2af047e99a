package io.daybook.ui.platform;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.order.OrderCommand.CancelOrder;
import io.daybook.api.order.OrderCommand.DispatchOrder;
import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import io.daybook.api.order.OrderFilter;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindCustomerOrders;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.FindOrderStory;
import io.daybook.api.order.OrderQuery.FindOrders;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderStory;
import io.daybook.api.order.OrderView;
import io.daybook.api.order.OrderView.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.QueryUpdateEmitter;

/**
 * Orders, in memory. Each is settled on another thread: confirmed with the card that approves, rejected with the one that
 * declines, and left as it is with the
 * one that hangs. With the slow one it is left too, and whoever follows it is told that nothing more will be heard.
 */
public class SmallOrders implements AutoCloseable {

    private final Map<OrderId, PlaceOrder> placed = new ConcurrentHashMap<>();
    private final Map<OrderId, OrderView> views = new ConcurrentHashMap<>();
    private final AtomicLong positions = new AtomicLong();
    private final ExecutorService fulfilment = Executors.newSingleThreadExecutor();
    private final EventGateway events;
    private final QueryUpdateEmitter updates;
    public final AtomicLong questions = new AtomicLong();

    SmallOrders(EventGateway events, QueryUpdateEmitter updates) {
        this.events = events;
        this.updates = updates;
    }

    /** What was sent for this order. */
    public PlaceOrder command(OrderId orderId) {
        return placed.get(orderId);
    }

    /** Nobody takes orders from now on, until this is set to false. */
    public volatile boolean away;

    @CommandHandler
    void handle(PlaceOrder command) {
        if (away) {
            throw new NoHandlerForCommandException("nobody takes orders");
        }
        PlaceOrder before = placed.putIfAbsent(command.orderId(), command);
        if (before != null) {
            if (!before.lines().equals(command.lines())
                    || !before.shippingAddress().equals(command.shippingAddress())
                    || !before.payment().equals(command.payment())) {
                throw new CommandRefused(Refusal.Code.CONFLICT, "There is another order " + command.orderId() + ".");
            }
            return;
        }
        events.publish(command.orderId() + " placed");
        fulfilment.execute(() -> fulfil(command));
    }

    private void fulfil(PlaceOrder command) {
        show(new OrderView(
                command.orderId(),
                command.customerId(),
                command.tier(),
                OrderState.PLACED,
                command.lines(),
                command.total(),
                command.payment().lastFour(),
                command.shippingAddress(),
                command.placedBy(),
                Instant.now(),
                null,
                List.of(),
                List.of(new TimelineEntry(Instant.now(), "OrderPlaced", "")),
                positions.incrementAndGet()));
        switch (command.payment().token()) {
            case "tok_decline" -> move(command.orderId(), OrderState.REJECTED, "OrderRejected");
            case "tok_hang" -> {}
            case "tok_slow" ->
                updates.completeExceptionally(
                        FindOrder.class,
                        query -> query.orderId().equals(command.orderId()),
                        new IllegalStateException("nobody tells any more"));
            default -> move(command.orderId(), OrderState.CONFIRMED, "OrderConfirmed");
        }
    }

    private void move(OrderId orderId, OrderState state, String what) {
        OrderView old = views.get(orderId);
        List<TimelineEntry> timeline = new ArrayList<>(old.timeline());
        timeline.add(new TimelineEntry(Instant.now(), what, ""));
        show(new OrderView(
                orderId,
                old.customerId(),
                old.tier(),
                state,
                old.lines(),
                old.total(),
                old.cardLastFour(),
                old.shippingAddress(),
                old.placedBy(),
                old.placedAt(),
                state == OrderState.REJECTED ? "insufficient funds" : null,
                List.of(),
                timeline,
                positions.incrementAndGet()));
    }

    private void show(OrderView view) {
        views.put(view.orderId(), view);
        updates.emit(FindOrder.class, query -> query.orderId().equals(view.orderId()), view);
    }

    @CommandHandler
    void handle(CancelOrder command) {
        OrderView order = known(command.orderId());
        if (order.state() == OrderState.DISPATCHED) {
            throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "The order has left the warehouse.");
        }
        move(command.orderId(), OrderState.CANCELLED, "OrderCancelled");
    }

    @CommandHandler
    void handle(DispatchOrder command) {
        if (known(command.orderId()).state() != OrderState.CONFIRMED) {
            throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "The order is not confirmed.");
        }
        move(command.orderId(), OrderState.DISPATCHED, "OrderDispatched");
    }

    @CommandHandler
    void handle(RetryFulfilment command) {
        known(command.orderId());
    }

    private OrderView known(OrderId orderId) {
        OrderView order = views.get(orderId);
        if (order == null) {
            throw new CommandRefused(Refusal.Code.NOT_FOUND, "There is no order " + orderId + ".");
        }
        return order;
    }

    @QueryHandler
    OrderAnswer handle(FindOrder query) {
        questions.incrementAndGet();
        OrderView view = views.get(query.orderId());
        return new OrderAnswer(view == null ? List.of() : List.of(view), positions.get());
    }

    @QueryHandler
    OrderPage handle(FindCustomerOrders query) {
        CustomerId customer = query.customerId();
        List<OrderView> own = views.values().stream()
                .filter(order -> customer.equals(order.customerId()))
                .sorted(Comparator.comparing(OrderView::position).reversed())
                .toList();
        List<OrderView> page = own.stream()
                .skip((long) query.page() * query.size())
                .limit(query.size())
                .toList();
        return new OrderPage(page, own.size(), query.page(), query.size(), positions.get());
    }

    @QueryHandler
    OrderPage handle(FindOrders query) {
        OrderFilter filter = query.filter();
        List<OrderView> found = views.values().stream()
                .filter(order -> order.orderId().value().startsWith(filter.text()))
                .filter(order ->
                        filter.customerId() == null || filter.customerId().equals(order.customerId()))
                .filter(order -> filter.state() == null || filter.state() == order.state())
                .toList();
        return new OrderPage(
                found.stream().limit(query.size()).toList(), found.size(), query.page(), query.size(), positions.get());
    }

    @QueryHandler
    OrderStory handle(FindOrderStory query) {
        OrderView order = views.get(query.orderId());
        return new OrderStory(
                query.orderId(),
                order == null
                        ? List.of()
                        : List.of(new OrderStory.Happening(
                                order.placedAt(),
                                order.orderId().value(),
                                0,
                                "OrderPlaced",
                                order.placedBy(),
                                "{}",
                                List.of("PlaceOrder"),
                                null,
                                null)));
    }

    @Override
    public void close() {
        fulfilment.shutdownNow();
    }
}
