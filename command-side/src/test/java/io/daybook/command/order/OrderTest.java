package io.daybook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;

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
import io.daybook.api.order.OrderCommand.SkipStep;
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
import io.daybook.api.order.OrderEvent.StepSkipped;
import io.daybook.api.order.OrderEvent.StepTimedOut;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.order.OrderState;
import io.daybook.api.payment.PaymentMethod;
import io.daybook.command.RefusedWith;
import io.daybook.command.Transitions;
import io.daybook.command.aggregate.AggregateCache;
import io.daybook.command.aggregate.Aggregates;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.Matcher;
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
    private static final EventMessage<?> PLACED_BY_VIP = new GenericEventMessage<>(new OrderPlaced(
            ID, CUSTOMER, Tier.VIP, WarehouseId.MAIN, LINES, PRICE.multipliedBy(6), CARD, ADDRESS, "ann"));
    private static final OrderConfirmed CONFIRMED = new OrderConfirmed(ID);
    private static final OrderRejected REJECTED = new OrderRejected(ID, "declined");
    private static final CancellationRequested CANCELLING =
            new CancellationRequested(ID, WarehouseId.MAIN, false, "too slow", "ann");
    private static final CancellationRequested CANCELLING_CONFIRMED =
            new CancellationRequested(ID, WarehouseId.MAIN, true, "too slow", "ann");
    private static final OrderCancelled CANCELLED = new OrderCancelled(ID);
    private static final OrderDispatched DISPATCHED = new OrderDispatched(ID, WarehouseId.MAIN, "will");
    private static final FulfilmentStuck STUCK = new FulfilmentStuck(ID, Step.PAYMENT, "no answer");
    private static final FulfilmentRetried RETRIED = new FulfilmentRetried(ID, "mended", "olga");

    private static final MarkStuck MARK_STUCK = new MarkStuck(ID, Step.PAYMENT, "no answer");
    private static final RetryFulfilment RETRY = new RetryFulfilment(ID, "mended", "olga");
    private static final List<OrderCommand> COMMANDS = List.of(
            PLACE,
            new ConfirmOrder(ID),
            new RejectOrder(ID, "declined"),
            new CancelOrder(ID, "too slow", "ann"),
            new CompleteCancellation(ID),
            new DispatchOrder(ID, "will"),
            new TimeOutStep(ID, Step.PAYMENT),
            MARK_STUCK,
            RETRY,
            new SkipStep(ID, Step.COMPENSATION, "given back in cash", "olga"));

    private static final Map<OrderState, List<OrderEvent>> HISTORIES = new EnumMap<>(Map.of(
            OrderState.PLACED, List.of(PLACED),
            OrderState.CONFIRMED, List.of(PLACED, CONFIRMED),
            OrderState.REJECTED, List.of(PLACED, REJECTED),
            OrderState.CANCELLING, List.of(PLACED, CANCELLING),
            OrderState.CANCELLED, List.of(PLACED, CANCELLING, CANCELLED),
            OrderState.DISPATCHED, List.of(PLACED, CONFIRMED, DISPATCHED)));

    private final Transitions table = Transitions.describedFor(Order.class);

    @TestFactory
    Stream<DynamicTest> every_command_in_every_state_does_what_the_table_says() {
        return HISTORIES.entrySet().stream()
                .flatMap(state -> COMMANDS.stream()
                        .map(command -> DynamicTest.dynamicTest(
                                "%s %s"
                                        .formatted(
                                                state.getKey(),
                                                command.getClass().getSimpleName()),
                                () -> check(
                                        send(state.getValue(), command),
                                        table.outcome(state.getKey().name(), command.getClass())))));
    }

    private static void check(ResultValidator<Order> result, String outcome) {
        switch (outcome) {
            case Transitions.NOTHING ->
                result.expectSuccessfulHandlerExecution().expectNoEvents();
            case Transitions.NOT_NOW -> result.expectException(new RefusedWith(Refusal.Code.NOT_ALLOWED_NOW));
            default ->
                result.expectSuccessfulHandlerExecution()
                        .expectEventsMatching(payloadsMatching(exactSequenceOf(matches(
                                event -> event.getClass().getSimpleName().equals(outcome)))));
        }
    }

    @Test
    void a_step_times_out_once_until_it_begins_to_wait_again() {
        StepTimedOut timedOut = new StepTimedOut(ID, Step.PAYMENT);
        send(List.of(PLACED, timedOut), new TimeOutStep(ID, Step.PAYMENT)).expectNoEvents();
        send(List.of(PLACED, timedOut), new TimeOutStep(ID, Step.COMPENSATION))
                .expectEvents(new StepTimedOut(ID, Step.COMPENSATION));
        send(List.of(PLACED, timedOut, STUCK, RETRIED), new TimeOutStep(ID, Step.PAYMENT))
                .expectEvents(timedOut);
    }

    @TestFactory
    Stream<DynamicTest> only_a_stuck_compensation_or_dispatch_can_be_skipped() {
        return Arrays.stream(Step.values())
                .map(step -> DynamicTest.dynamicTest(step.name(), () -> {
                    var result = send(
                            List.of(PLACED, new FulfilmentStuck(ID, step, "no answer")),
                            new SkipStep(ID, step, "done by hand", "olga"));
                    if (step == Step.COMPENSATION || step == Step.DISPATCH) {
                        result.expectEvents(new StepSkipped(ID, step, "done by hand", "olga"));
                    } else {
                        result.expectException(new RefusedWith(Refusal.Code.NOT_ALLOWED_NOW));
                    }
                }));
    }

    @Test
    void a_step_is_skipped_once() {
        FulfilmentStuck stuck = new FulfilmentStuck(ID, Step.COMPENSATION, "no answer");
        StepSkipped skipped = new StepSkipped(ID, Step.COMPENSATION, "done by hand", "olga");
        SkipStep again = new SkipStep(ID, Step.COMPENSATION, "done by hand", "olga");
        send(List.of(PLACED, stuck, skipped), again).expectNoEvents().expectSuccessfulHandlerExecution();
        send(List.of(PLACED, stuck, skipped, stuck), again).expectEvents(skipped);
    }

    @Test
    void every_state_is_tried_and_the_table_speaks_of_nothing_else() {
        assertThat(HISTORIES).containsOnlyKeys(OrderState.values());
        Set<String> states = Stream.concat(
                        Stream.of("NONE"), Arrays.stream(OrderState.values()).map(Enum::name))
                .collect(Collectors.toSet());
        assertThat(table.strangers(states, COMMANDS)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> an_order_that_nobody_placed_is_unknown() {
        return COMMANDS.stream()
                .filter(command -> !(command instanceof PlaceOrder))
                .map(command -> DynamicTest.dynamicTest(
                        command.getClass().getSimpleName(),
                        () -> send(List.of(), command).expectException(AggregateNotFoundException.class)));
    }

    @TestFactory
    Stream<DynamicTest> other_content_is_a_conflict_in_every_state() {
        return HISTORIES.entrySet().stream()
                .map(state -> DynamicTest.dynamicTest(
                        state.getKey().name(),
                        () -> send(state.getValue(), OTHER).expectException(new RefusedWith(Refusal.Code.CONFLICT))));
    }

    @Test
    void placing_opens_the_order() {
        send(List.of(), PLACE).expectEvents(PLACED).expectResultMessagePayload(true);
    }

    @Test
    void the_same_order_under_another_tier_and_with_renamed_products_is_the_same_order() {
        PlaceOrder again = place(Tier.VIP, List.of(new OrderLine(new Sku("85123A"), "New name", 6, PRICE)));

        send(List.of(PLACED), again).expectResultMessagePayload(false).expectNoEvents();
    }

    @Test
    void the_same_lines_at_another_price_are_another_order() {
        PlaceOrder again = place(Tier.STANDARD, List.of(new OrderLine(new Sku("85123A"), "Holder", 6, PRICE.plus(1))));

        send(List.of(PLACED), again).expectException(new RefusedWith(Refusal.Code.CONFLICT));
    }

    @Test
    void a_cancellation_tells_whether_the_order_had_been_confirmed() {
        CancelOrder cancel = new CancelOrder(ID, "too slow", "ann");

        send(List.of(PLACED), cancel).expectEvents(CANCELLING);
        send(List.of(PLACED, CONFIRMED), cancel).expectEvents(CANCELLING_CONFIRMED);
    }

    @Test
    void a_dispatch_names_the_warehouse() {
        send(List.of(PLACED, CONFIRMED), new DispatchOrder(ID, "will")).expectEvents(DISPATCHED);
    }

    @Test
    void a_rejection_carries_its_reason() {
        send(List.of(PLACED), new RejectOrder(ID, "declined")).expectEvents(REJECTED);
    }

    @Test
    void an_order_stuck_at_a_step_is_not_marked_again() {
        send(List.of(PLACED), MARK_STUCK).expectEvents(STUCK);
        send(List.of(PLACED, STUCK), MARK_STUCK).expectNoEvents();
    }

    @Test
    void an_order_stuck_at_one_step_can_be_marked_at_another() {
        send(List.of(PLACED, STUCK), new MarkStuck(ID, Step.COMPENSATION, "no answer"))
                .expectEvents(new FulfilmentStuck(ID, Step.COMPENSATION, "no answer"));
    }

    @Test
    void a_stuck_order_is_retried_once() {
        send(List.of(PLACED, STUCK), RETRY).expectEvents(RETRIED);
        send(List.of(PLACED, STUCK, RETRIED), RETRY).expectNoEvents();
    }

    @Test
    void a_retried_order_can_be_stuck_again() {
        send(List.of(PLACED, STUCK, RETRIED), MARK_STUCK).expectEvents(STUCK);
    }

    @Test
    void a_cancellation_and_a_dispatch_begin_a_fulfilment_that_is_not_stuck_yet() {
        send(List.of(PLACED, STUCK, CANCELLING), MARK_STUCK).expectEvents(STUCK);
        send(List.of(PLACED, STUCK, CONFIRMED, DISPATCHED), MARK_STUCK).expectEvents(STUCK);
    }

    @Test
    void all_that_happens_to_an_order_is_treated_by_the_tier_that_its_first_event_names() {
        send(List.of(), place(Tier.VIP, LINES)).expectEventsMatching(treatedAs(Tier.VIP));
        send(List.of(PLACED_BY_VIP.withMetaData(Map.of(Tier.METADATA, "VIP"))), new ConfirmOrder(ID))
                .expectEventsMatching(treatedAs(Tier.VIP));
        send(List.of(PLACED), new ConfirmOrder(ID)).expectEventsMatching(treatedAs(Tier.STANDARD));
    }

    /** Its fulfilment was begun among those of standard orders, and must hear of what becomes of it. */
    @Test
    void a_vip_order_from_before_there_was_capacity_for_them_goes_on_as_it_began() {
        send(List.of(PLACED_BY_VIP), new ConfirmOrder(ID)).expectEventsMatching(treatedAs(Tier.STANDARD));
    }

    private static Matcher<List<? super EventMessage<?>>> treatedAs(Tier tier) {
        return matches(events -> events.size() == 1 && Tier.of((EventMessage<?>) events.get(0)) == tier);
    }

    private static PlaceOrder place(Tier tier, List<OrderLine> lines) {
        return new PlaceOrder(ID, CUSTOMER, tier, WarehouseId.MAIN, lines, CARD, ADDRESS, "ann");
    }

    private static ResultValidator<Order> send(List<?> history, OrderCommand command) {
        AggregateTestFixture<Order> fixture = new AggregateTestFixture<>(Order.class);
        AggregateCache cache = new AggregateCache(1);
        if (!history.isEmpty()) {
            cache.put(ID.toString(), "known");
        }
        fixture.registerAnnotatedCommandHandler(
                new PlaceOrderHandler(new Aggregates<>(fixture.getRepository(), id -> Optional.empty(), cache)));
        return fixture.given(history).when(command);
    }
}
