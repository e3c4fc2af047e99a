package io.daybook.command.order;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Refusal;
import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderCommand;
import io.daybook.api.order.OrderCommand.CancelOrder;
import io.daybook.api.order.OrderCommand.CompleteCancellation;
import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderCommand.DispatchOrder;
import io.daybook.api.order.OrderCommand.MarkStuck;
import io.daybook.api.order.OrderCommand.PlaceOrder;
import io.daybook.api.order.OrderCommand.RejectOrder;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import io.daybook.api.order.OrderCommand.TimeOutStep;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.order.OrderEvent.CancellationRequested;
import io.daybook.api.order.OrderEvent.FulfilmentRetried;
import io.daybook.api.order.OrderEvent.FulfilmentStuck;
import io.daybook.api.order.OrderEvent.OrderCancelled;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderDispatched;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.order.OrderEvent.StepTimedOut;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.order.OrderState;
import io.daybook.api.payment.PaymentMethod;
import io.daybook.command.RefusedWith;
import io.daybook.command.aggregate.AggregateCache;
import io.daybook.command.aggregate.Aggregates;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every command in every state: the table of the package's description. */
class OrderTest {

    private static final OrderId ID = new OrderId("4711");
    private static final CustomerId CUSTOMER = new CustomerId("17850");
    private static final PaymentMethod CARD = new PaymentMethod("tok_approve", "4242");
    private static final Address ADDRESS = new Address("Ann", "Street 1", "York", "Y1", "UK");
    private static final Money PRICE = Money.of(CurrencyUnit.GBP, 2.55);
    private static final List<OrderLine> LINES = List.of(new OrderLine(new Sku("85123A"), "Holder", 6, PRICE));

    private static final PlaceOrder PLACE = place(Tier.STANDARD, LINES);
    private static final PlaceOrder OTHER =
            place(Tier.STANDARD, List.of(new OrderLine(new Sku("85123A"), "Holder", 7, PRICE)));

    private static final OrderPlaced PLACED = new OrderPlaced(
            ID, CUSTOMER, Tier.STANDARD, WarehouseId.MAIN, LINES, PRICE.multipliedBy(6), CARD, ADDRESS, "ann");
    private static final OrderConfirmed CONFIRMED = new OrderConfirmed(ID);
    private static final OrderRejected REJECTED = new OrderRejected(ID, "declined");
    private static final CancellationRequested CANCELLING =
            new CancellationRequested(ID, WarehouseId.MAIN, false, "too slow", "ann");
    private static final CancellationRequested CANCELLING_CONFIRMED =
            new CancellationRequested(ID, WarehouseId.MAIN, true, "too slow", "ann");
    private static final OrderCancelled CANCELLED = new OrderCancelled(ID);
    private static final OrderDispatched DISPATCHED = new OrderDispatched(ID, WarehouseId.MAIN, "will");
    private static final StepTimedOut TIMED_OUT = new StepTimedOut(ID, Step.PAYMENT);
    private static final FulfilmentStuck STUCK = new FulfilmentStuck(ID, Step.PAYMENT, "no answer");
    private static final FulfilmentRetried RETRIED = new FulfilmentRetried(ID, "olga");

    private static final MarkStuck MARK_STUCK = new MarkStuck(ID, Step.PAYMENT, "no answer");
    private static final RetryFulfilment RETRY = new RetryFulfilment(ID, "olga");
    private static final List<OrderCommand> COMMANDS = List.of(
            PLACE,
            OTHER,
            new ConfirmOrder(ID),
            new RejectOrder(ID, "declined"),
            new CancelOrder(ID, "too slow", "ann"),
            new CompleteCancellation(ID),
            new DispatchOrder(ID, "will"),
            new TimeOutStep(ID, Step.PAYMENT),
            MARK_STUCK,
            RETRY);

    private static final Object NOTHING = "nothing";
    private static final Object UNKNOWN = AggregateNotFoundException.class;
    private static final Object NOT_NOW = Refusal.Code.NOT_ALLOWED_NOW;
    private static final Object CONFLICT = Refusal.Code.CONFLICT;

    /** What each of {@link #COMMANDS} comes to after this history. */
    private record Row(OrderState state, List<OrderEvent> history, List<Object> outcomes) {}

    private static Row row(OrderState state, List<OrderEvent> history, Object... outcomes) {
        return new Row(state, history, Arrays.asList(outcomes));
    }

    private static final List<Row> TABLE = List.of(
            row(OrderState.PLACED, List.of(PLACED), NOTHING, CONFLICT, CONFIRMED, REJECTED, CANCELLING,
                    NOT_NOW, NOT_NOW, TIMED_OUT, STUCK, NOTHING),
            row(OrderState.CONFIRMED, List.of(PLACED, CONFIRMED), NOTHING, CONFLICT, NOTHING, NOT_NOW,
                    CANCELLING_CONFIRMED, NOT_NOW, DISPATCHED, NOTHING, NOTHING, NOTHING),
            row(OrderState.REJECTED, List.of(PLACED, REJECTED), NOTHING, CONFLICT, NOT_NOW, NOTHING, NOT_NOW,
                    NOT_NOW, NOT_NOW, NOTHING, NOTHING, NOTHING),
            row(OrderState.CANCELLING, List.of(PLACED, CANCELLING), NOTHING, CONFLICT, NOTHING, CANCELLED, NOTHING,
                    CANCELLED, NOT_NOW, TIMED_OUT, STUCK, NOTHING),
            row(OrderState.CANCELLED, List.of(PLACED, CANCELLING, CANCELLED), NOTHING, CONFLICT, NOTHING, NOTHING,
                    NOTHING, NOTHING, NOT_NOW, NOTHING, NOTHING, NOTHING),
            row(OrderState.DISPATCHED, List.of(PLACED, CONFIRMED, DISPATCHED), NOTHING, CONFLICT, NOTHING, NOT_NOW,
                    NOT_NOW, NOT_NOW, NOTHING, TIMED_OUT, STUCK, NOTHING));

    @TestFactory
    Stream<DynamicTest> every_command_in_every_state() {
        return TABLE.stream().flatMap(row -> IntStream.range(0, COMMANDS.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        "%s: %s".formatted(row.state(), COMMANDS.get(i).getClass().getSimpleName()),
                        () -> check(row.history(), COMMANDS.get(i), row.outcomes().get(i)))));
    }

    @Test
    void the_table_has_every_state() {
        assertThat(TABLE.stream().map(row -> row.state().name()).collect(joining(" ")))
                .isEqualTo(Arrays.stream(OrderState.values()).map(Enum::name).collect(joining(" ")));
    }

    @TestFactory
    Stream<DynamicTest> an_order_that_nobody_placed_is_unknown() {
        return COMMANDS.stream()
                .filter(command -> !(command instanceof PlaceOrder))
                .map(command -> DynamicTest.dynamicTest(
                        command.getClass().getSimpleName(), () -> check(List.of(), command, UNKNOWN)));
    }

    @Test
    void placing_opens_the_order() {
        check(List.of(), PLACE, PLACED);
    }

    @Test
    void the_same_order_under_another_tier_and_with_renamed_products_is_the_same_order() {
        PlaceOrder again = place(Tier.VIP, List.of(new OrderLine(new Sku("85123A"), "New name", 6, PRICE)));

        check(List.of(PLACED), again, NOTHING);
    }

    @Test
    void the_same_lines_at_another_price_are_another_order() {
        PlaceOrder again = place(Tier.STANDARD, List.of(new OrderLine(new Sku("85123A"), "Holder", 6, PRICE.plus(1))));

        check(List.of(PLACED), again, CONFLICT);
    }

    @Test
    void an_order_stuck_at_a_step_is_not_marked_again() {
        check(List.of(PLACED, STUCK), MARK_STUCK, NOTHING);
    }

    @Test
    void an_order_stuck_at_one_step_can_be_marked_at_another() {
        check(
                List.of(PLACED, STUCK),
                new MarkStuck(ID, Step.COMPENSATION, "no answer"),
                new FulfilmentStuck(ID, Step.COMPENSATION, "no answer"));
    }

    @Test
    void a_stuck_order_is_retried_once() {
        check(List.of(PLACED, STUCK), RETRY, RETRIED);
        check(List.of(PLACED, STUCK, RETRIED), RETRY, NOTHING);
    }

    @Test
    void a_retried_order_can_be_stuck_again() {
        check(List.of(PLACED, STUCK, RETRIED), MARK_STUCK, STUCK);
    }

    private static PlaceOrder place(Tier tier, List<OrderLine> lines) {
        return new PlaceOrder(ID, CUSTOMER, tier, WarehouseId.MAIN, lines, CARD, ADDRESS, "ann");
    }

    private static void check(List<OrderEvent> history, OrderCommand command, Object outcome) {
        AggregateTestFixture<Order> fixture = new AggregateTestFixture<>(Order.class);
        AggregateCache cache = new AggregateCache(1);
        if (!history.isEmpty()) {
            cache.put(ID.toString(), "known");
        }
        fixture.registerAnnotatedCommandHandler(new PlaceOrderHandler(
                new Aggregates<>(fixture.getRepository(), id -> Optional.empty(), cache)));
        var result = fixture.given(history).when(command);
        if (outcome == NOTHING) {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        } else if (outcome instanceof OrderEvent event) {
            result.expectSuccessfulHandlerExecution().expectEvents(event);
        } else if (outcome instanceof Refusal.Code code) {
            result.expectException(new RefusedWith(code));
        } else {
            result.expectException(AggregateNotFoundException.class);
        }
    }
}
