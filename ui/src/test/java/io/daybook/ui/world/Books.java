package io.daybook.ui.world;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.customer.CustomerCommand.ChangeTier;
import io.daybook.api.customer.CustomerCommand.RegisterCustomer;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.CustomerPage;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.customer.CustomerQuery.FindCustomer;
import io.daybook.api.customer.CustomerQuery.FindCustomers;
import io.daybook.api.customer.CustomerQuery.FindCustomersById;
import io.daybook.api.customer.CustomerQuery.FindTierDecisions;
import io.daybook.api.customer.CustomerQuery.TierDecision;
import io.daybook.api.customer.CustomerQuery.TierDecisions;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.FulfilmentQuery.FindOpenFulfilment;
import io.daybook.api.fulfilment.FulfilmentQuery.FindOpenFulfilments;
import io.daybook.api.fulfilment.FulfilmentQuery.FindStuckFulfilments;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentList;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentView;
import io.daybook.api.fulfilment.FulfilmentQuery.OpenFulfilment;
import io.daybook.api.fulfilment.FulfilmentQuery.OpenFulfilments;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.Shortage;
import io.daybook.api.operations.DeadLetters.DeadSequence;
import io.daybook.api.operations.DeadLetters.FindDeadLetters;
import io.daybook.api.operations.DeadLetters.Found;
import io.daybook.api.operations.DeadLetters.ListDeadLetters;
import io.daybook.api.order.OrderCommand.CancelOrder;
import io.daybook.api.order.OrderCommand.DispatchOrder;
import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import io.daybook.api.order.OrderCommand.SkipStep;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.order.OrderFilter;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.CustomerTotals;
import io.daybook.api.order.OrderQuery.FindCustomerOrders;
import io.daybook.api.order.OrderQuery.FindCustomerTotals;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.FindOrderStory;
import io.daybook.api.order.OrderQuery.FindOrders;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderStory;
import io.daybook.api.order.OrderStory.Happening;
import io.daybook.api.order.OrderView;
import io.daybook.api.order.OrderView.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.joda.money.Money;

/** Orders: placed by the real command, and moved on by whoever plays the part of the fulfilment. */
public class Books {

    private final QueryUpdateEmitter updates;
    private final EventStore log;
    private final Map<OrderId, OrderView> orders = new ConcurrentHashMap<>();
    private final Map<OrderId, PlaceOrder> placed = new ConcurrentHashMap<>();
    private final Map<OrderId, FulfilmentView> stuck = new ConcurrentHashMap<>();
    private final List<DeadSequence> putAside = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final Map<CustomerId, String> customers = new ConcurrentHashMap<>();
    private final Map<CustomerId, List<TierDecision>> decisions = new ConcurrentHashMap<>();
    private volatile boolean viewBehind;
    private volatile boolean away;
    private volatile boolean silent;

    Books(QueryUpdateEmitter updates, EventStore log) {
        this.updates = updates;
        this.log = log;
    }

    public void clear() {
        orders.clear();
        placed.clear();
        stuck.clear();
        putAside.clear();
        viewBehind = false;
        away = false;
        silent = false;
    }

    /** From now on the view of orders does not know what happens, until this is called with false. */
    public void viewBehind(boolean behind) {
        viewBehind = behind;
        if (!behind) {
            placed.forEach((id, order) -> orders.computeIfAbsent(id, missing -> show(order)));
            orders.values().forEach(this::tell);
        }
    }

    /** From now on nobody takes orders or tells about them, until this is called with false. */
    public void away(boolean gone) {
        away = gone;
    }

    /** Whether somebody who places an order hears that it was; until this is called with true, they do not. */
    public void answers(boolean heard) {
        silent = !heard;
    }

    public int placed() {
        return placed.size();
    }

    public void stuck(OrderId order, Step step, Instant since, String cause) {
        stuck.put(order, new FulfilmentView(order, step, since, cause));
    }

    /** What happens next to an order. */
    public void happens(OrderId order, OrderState state, String what) {
        happens(order, state, what, null, List.of());
    }

    public void happens(OrderId id, OrderState state, String what, String reason, List<Shortage> shortages) {
        long at = append(new OrderEvent.FulfilmentRetried(id, "", what));
        tell(orders.computeIfPresent(id, (same, order) -> {
            List<TimelineEntry> timeline = new ArrayList<>(order.timeline());
            timeline.add(new TimelineEntry(Instant.now(), what, ""));
            return new OrderView(
                    id,
                    order.customerId(),
                    order.tier(),
                    state,
                    order.lines(),
                    order.total(),
                    order.cardLastFour(),
                    order.shippingAddress(),
                    order.placedBy(),
                    order.placedAt(),
                    reason,
                    shortages,
                    timeline,
                    at);
        }));
    }

    public List<OrderView> all() {
        return List.copyOf(orders.values());
    }

    public OrderView order(OrderId id) {
        return orders.get(id);
    }

    @CommandHandler
    void handle(PlaceOrder order) throws TimeoutException {
        if (away) {
            throw new NoHandlerForCommandException("nobody takes orders");
        }
        PlaceOrder before = placed.putIfAbsent(order.orderId(), order);
        if (before != null && !before.equals(order)) {
            throw new CommandRefused(Refusal.Code.CONFLICT, "Another order has this id.");
        }
        if (before == null) {
            append(new OrderEvent.OrderConfirmed(order.orderId()));
            if (!viewBehind) {
                tell(orders.computeIfAbsent(order.orderId(), missing -> show(order)));
            }
        }
        if (silent) {
            throw new TimeoutException("no answer in time");
        }
    }

    @CommandHandler
    void handle(CancelOrder order) {
        OrderState state = orders.get(order.orderId()).state();
        if (state == OrderState.DISPATCHED) {
            throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "The order has left the warehouse already.");
        }
        happens(order.orderId(), OrderState.CANCELLING, "CancellationRequested");
    }

    @CommandHandler
    void handle(DispatchOrder order) {
        happens(order.orderId(), OrderState.DISPATCHED, "OrderDispatched");
    }

    @CommandHandler
    void handle(RetryFulfilment order) {
        if (stuck.remove(order.orderId()) == null) {
            throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "The order is not stuck.");
        }
    }

    @CommandHandler
    void handle(RegisterCustomer customer) {
        customers.put(customer.customerId(), customer.name());
    }

    @QueryHandler
    CustomerView handle(FindCustomer query) {
        String name = customers.get(query.customerId());
        Tier tier = decisions.getOrDefault(query.customerId(), List.of()).stream()
                .map(TierDecision::tier)
                .findFirst()
                .orElse(Tier.STANDARD);
        return name == null ? null : new CustomerView(query.customerId(), name, tier, head());
    }

    @QueryHandler
    OrderAnswer handle(FindOrder query) {
        OrderView order = orders.get(query.orderId());
        return new OrderAnswer(order == null ? List.of() : List.of(order), reached());
    }

    @QueryHandler
    OrderPage handle(FindCustomerOrders query) {
        if (away) {
            throw new NoHandlerForQueryException("there is no way to the views");
        }
        List<OrderView> own = orders.values().stream()
                .filter(order -> query.customerId().equals(order.customerId()))
                .sorted(Comparator.comparing(OrderView::placedAt).reversed())
                .toList();
        List<OrderView> page = own.stream()
                .skip((long) query.page() * query.size())
                .limit(query.size())
                .toList();
        return new OrderPage(page, own.size(), query.page(), query.size(), reached());
    }

    @QueryHandler
    OrderPage handle(FindOrders query) {
        OrderFilter filter = query.filter();
        List<OrderView> found = orders.values().stream()
                .filter(order -> order.orderId().value().startsWith(filter.text())
                        || order.lines().stream()
                                .anyMatch(line -> line.sku().value().equals(filter.text())))
                .filter(order ->
                        filter.customerId() == null || filter.customerId().equals(order.customerId()))
                .filter(order -> filter.state() == null || filter.state() == order.state())
                .filter(order -> filter.tier() == null || filter.tier() == order.tier())
                .sorted(Comparator.comparing(OrderView::placedAt).reversed())
                .toList();
        List<OrderView> page = found.stream()
                .skip((long) query.page() * query.size())
                .limit(query.size())
                .toList();
        return new OrderPage(page, found.size(), query.page(), query.size(), reached());
    }

    @QueryHandler
    OrderStory handle(FindOrderStory query) {
        OrderView order = orders.get(query.orderId());
        return new OrderStory(
                query.orderId(),
                order == null
                        ? List.of()
                        : List.of(
                                new Happening(
                                        order.placedAt(),
                                        order.orderId().value(),
                                        0,
                                        "OrderPlaced",
                                        order.placedBy(),
                                        "{\"name\": \"Ada <Ledger>\"}",
                                        List.of("PlaceOrder"),
                                        "command-1",
                                        "trace-1"),
                                new Happening(
                                        order.placedAt(),
                                        "payment-" + order.orderId(),
                                        1,
                                        "PaymentAuthorized",
                                        null,
                                        "{\"amount\": {\"amount\": \"17.00\", \"currency\": \"GBP\"},"
                                                + " \"providerReference\": \"ref-77\"}",
                                        List.of("RecordAuthorization"),
                                        null,
                                        null)));
    }

    @QueryHandler
    CustomerTotals handle(FindCustomerTotals query) {
        List<OrderView> own = orders.values().stream()
                .filter(order -> query.customerId().equals(order.customerId()))
                .toList();
        List<Money> spent =
                own.stream().map(OrderView::total).reduce(Money::plus).stream().toList();
        return new CustomerTotals(own.size(), own.size(), spent, reached());
    }

    @QueryHandler
    TierDecisions handle(FindTierDecisions query) {
        return new TierDecisions(decisions.getOrDefault(query.customerId(), List.of()));
    }

    @QueryHandler
    CustomerPage handle(FindCustomersById query) {
        return page(query.customerIds()::contains, 0, 100);
    }

    @QueryHandler
    CustomerPage handle(FindCustomers query) {
        return page(id -> customers.get(id).startsWith(query.text()), query.page(), query.size());
    }

    private CustomerPage page(Predicate<CustomerId> wanted, int page, int size) {
        List<CustomerView> found = customers.keySet().stream()
                .filter(wanted)
                .map(id -> handle(new FindCustomer(id)))
                .toList();
        return new CustomerPage(found, found.size(), page, size, reached());
    }

    @CommandHandler
    void handle(ChangeTier change) {
        decisions.put(
                change.customerId(),
                List.of(new TierDecision(Instant.now(), change.tier(), change.reason(), change.by())));
    }

    @QueryHandler
    FulfilmentList handle(FindStuckFulfilments query) {
        List<FulfilmentView> oldest = stuck.values().stream()
                .sorted(Comparator.comparing(FulfilmentView::since))
                .limit(query.limit())
                .toList();
        return new FulfilmentList(oldest, stuck.size(), reached());
    }

    @QueryHandler
    OpenFulfilments handle(FindOpenFulfilment query) {
        List<OpenFulfilment> found = handle(new FindOpenFulfilments(null, null, 0, 200)).fulfilments().stream()
                .filter(each -> each.orderId().equals(query.orderId()))
                .toList();
        return new OpenFulfilments(found, found.size(), reached());
    }

    @QueryHandler
    OpenFulfilments handle(FindOpenFulfilments query) {
        List<OpenFulfilment> found = stuck.values().stream()
                .filter(each -> !Boolean.FALSE.equals(query.stuck()))
                .filter(each -> query.step() == null || each.step() == query.step())
                .sorted(Comparator.comparing(FulfilmentView::since))
                .map(each -> new OpenFulfilment(
                        each.orderId(),
                        Tier.STANDARD,
                        each.step(),
                        each.since(),
                        each.cause(),
                        "FulfilmentStuck",
                        each.since()))
                .toList();
        return new OpenFulfilments(found, found.size(), reached());
    }

    @CommandHandler
    void handle(SkipStep command) {
        if (stuck.remove(command.orderId()) == null) {
            throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "The order is not stuck at this step.");
        }
    }

    @QueryHandler
    Found handle(FindDeadLetters query) {
        return new Found(List.copyOf(putAside), putAside.size());
    }

    @CommandHandler
    Found handle(ListDeadLetters command) {
        return new Found(List.of(), 0);
    }

    /** A view cannot handle an event. */
    public void putAside(DeadSequence sequence) {
        putAside.add(sequence);
    }

    private long reached() {
        return viewBehind ? -1 : head();
    }

    /** Where the log ends, which others write to as well. */
    private long head() {
        TrackingToken head = log.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }

    private long append(Object event) {
        log.publish(GenericEventMessage.asEventMessage(event));
        return head();
    }

    private void tell(OrderView order) {
        if (order != null) {
            updates.emit(FindOrder.class, query -> query.orderId().equals(order.orderId()), order);
        }
    }

    private OrderView show(PlaceOrder order) {
        return new OrderView(
                order.orderId(),
                order.customerId(),
                order.tier(),
                OrderState.PLACED,
                order.lines(),
                order.total(),
                order.payment().lastFour(),
                order.shippingAddress(),
                order.placedBy(),
                Instant.now(),
                null,
                List.of(),
                List.of(new TimelineEntry(Instant.now(), "OrderPlaced", "")),
                head());
    }
}
