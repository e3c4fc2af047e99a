package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerEvent.CustomerRegistered;
import io.daybook.api.customer.CustomerEvent.TierChanged;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.history.HistoryQuery.FindStateAsOf;
import io.daybook.api.history.HistoryQuery.Thing;
import io.daybook.api.history.StateAsOf;
import io.daybook.api.history.StateAsOf.FieldChange;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.ReservationEvent;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockEvent.StockAdjusted;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsDispatched;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is told of the past, held against a count of the same events that is made here in another way, over random histories.
 * The seeds are fixed, so that a failure comes again.
 */
@SpringBootTest(classes = QuerySideTestApplication.class)
class StateAsOfTest {

    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final Sku SKU = new Sku("SKU0");

    @Autowired
    EventStore store;

    @Autowired
    QueryGateway queries;

    /** An event that happened so many seconds after noon. */
    private record Past(String stream, Object event, int second) {}

    static IntStream seeds() {
        return IntStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stock_stood_as_its_movements_up_to_then_add_up(int seed) {
        Random random = new Random(seed);
        WarehouseId warehouse = new WarehouseId("W" + seed);
        String id = StockId.of(warehouse, SKU).value();
        List<Past> past = history(random, 90, () -> new PastEvent(id, movement(random, warehouse)));

        for (int after = -1; after < past.size(); after += 1 + random.nextInt(9)) {
            StateAsOf told = ask(Thing.STOCK, id, null, (long) after);
            assertStock(told, past.subList(0, after + 1));
            Instant at =
                    NOON.plusSeconds(random.nextInt(past.get(past.size() - 1).second() + 3) - 1);
            assertStock(ask(Thing.STOCK, id, at, null), upTo(at, past));
        }
    }

    private record PastEvent(String stream, Object event) {}

    private static StockEvent movement(Random random, WarehouseId warehouse) {
        int quantity = 1 + random.nextInt(9);
        OrderId order = new OrderId("order-" + random.nextInt(6));
        StockLevel level = new StockLevel(0, 0);
        MovementId movement = new MovementId("m" + random.nextInt());
        return switch (random.nextInt(5)) {
            case 0 -> new StockReceived(warehouse, SKU, movement, quantity, "delivery", "walt", level);
            case 1 -> new StockAdjusted(warehouse, SKU, movement, quantity - 5, "count", "walt", level);
            case 2 -> new UnitsReserved(warehouse, SKU, order, quantity, level);
            case 3 -> new UnitsReleased(warehouse, SKU, order, quantity, level);
            default -> new UnitsDispatched(warehouse, SKU, order, quantity, level);
        };
    }

    private static void assertStock(StateAsOf told, List<Past> counted) {
        assertThat(told.counted()).isEqualTo(counted.size());
        if (counted.isEmpty()) {
            assertThat(told.state()).isEmpty();
            return;
        }
        Map<String, Integer> reservations = new TreeMap<>();
        for (String order :
                IntStream.range(0, 6).mapToObj(number -> "order-" + number).toList()) {
            int units = sum(counted, UnitsReserved.class, order)
                    - sum(counted, UnitsReleased.class, order)
                    - sum(counted, UnitsDispatched.class, order);
            if (units != 0) {
                reservations.put(order, units);
            }
        }
        int onHand = sum(counted, StockReceived.class, null)
                + sum(counted, StockAdjusted.class, null)
                - sum(counted, UnitsDispatched.class, null);
        int reserved = reservations.values().stream().mapToInt(units -> units).sum();
        JsonNode state = JsonMapper.shared().readTree(told.state());
        assertThat(state.path("onHand").asInt()).isEqualTo(onHand);
        assertThat(state.path("reserved").asInt()).isEqualTo(reserved);
        assertThat(state.path("available").asInt()).isEqualTo(onHand - reserved);
        Map<String, Integer> shown = new TreeMap<>();
        state.path("reservations")
                .properties()
                .forEach(order -> shown.put(order.getKey(), order.getValue().asInt()));
        assertThat(shown).isEqualTo(reservations);
    }

    private static int sum(List<Past> counted, Class<?> kind, @Nullable String order) {
        return counted.stream()
                .map(Past::event)
                .filter(kind::isInstance)
                .filter(event -> order == null || event.toString().contains("orderId=" + order + ","))
                .mapToInt(StateAsOfTest::quantity)
                .sum();
    }

    private static int quantity(Object event) {
        String said = event.toString();
        String from = said.substring(said.indexOf("quantity=") + "quantity=".length());
        return Integer.parseInt(from.substring(0, from.indexOf(',')));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_order_stood_as_the_last_of_its_events_left_it(int seed) {
        Random random = new Random(seed);
        Orders order = Orders.of("past-%d".formatted(seed), "ada", 2);
        String id = order.id().value();
        List<Past> past = new ArrayList<>();
        past.add(new Past(id, order.placed(), 0));
        append(past.get(0));
        past.addAll(history(random, 30, () -> step(random, order)));

        for (int after = -1; after < past.size(); after += 1 + random.nextInt(4)) {
            assertOrder(ask(Thing.ORDER, id, null, (long) after), past.subList(0, after + 1));
            Instant at =
                    NOON.plusSeconds(random.nextInt(past.get(past.size() - 1).second() + 3) - 1);
            assertOrder(ask(Thing.ORDER, id, at, null), upTo(at, past));
        }
    }

    private static PastEvent step(Random random, Orders order) {
        String id = order.id().value();
        return switch (random.nextInt(11)) {
            case 0 -> new PastEvent(id, order.confirmed());
            case 1 -> new PastEvent(id, order.rejected("no"));
            case 2 -> new PastEvent(id, order.cancellationRequested());
            case 3 -> new PastEvent(id, order.cancelled());
            case 4 -> new PastEvent(id, order.dispatched());
            case 5 -> new PastEvent(id, order.timedOut(Step.PAYMENT));
            case 6 -> new PastEvent("payment-" + id, order.authorized());
            case 7 -> new PastEvent("payment-" + id, order.captured());
            case 8 -> new PastEvent("payment-" + id, order.voided());
            case 9 -> new PastEvent("reservation-" + id, order.reserved());
            default -> new PastEvent("reservation-" + id, order.refused());
        };
    }

    private static void assertOrder(StateAsOf told, List<Past> counted) {
        assertThat(told.counted()).isEqualTo(counted.size());
        if (counted.isEmpty()) {
            assertThat(told.state()).isEmpty();
            return;
        }
        Map<String, String> states = Map.of(
                "OrderPlaced", "PLACED",
                "OrderConfirmed", "CONFIRMED",
                "OrderRejected", "REJECTED",
                "CancellationRequested", "CANCELLING",
                "OrderCancelled", "CANCELLED",
                "OrderDispatched", "DISPATCHED");
        String state = names(counted, OrderEvent.class)
                .map(states::get)
                .filter(known -> known != null)
                .reduce((before, after) -> after)
                .orElseThrow();
        JsonNode json = JsonMapper.shared().readTree(told.state());
        assertThat(json.path("state").asString()).isEqualTo(state);
        assertThat(json.path("payment").asString(null)).isEqualTo(last(counted, PaymentEvent.class));
        assertThat(json.path("reservation").asString(null)).isEqualTo(last(counted, ReservationEvent.class));
        assertThat(json.path("lines").size()).isEqualTo(2);
        assertThat(json.path("shippingAddress").path("city").asString()).isEqualTo("London");
        assertThat(json.path("reason").asString(null))
                .isEqualTo(counted.stream()
                        .map(Past::event)
                        .map(event -> event instanceof OrderEvent.OrderRejected
                                ? "no"
                                : event instanceof OrderEvent.CancellationRequested ? "changed my mind" : null)
                        .filter(reason -> reason != null)
                        .reduce((before, after) -> after)
                        .orElse(null));
    }

    private static @Nullable String last(List<Past> counted, Class<?> kind) {
        return names(counted, kind).reduce((before, after) -> after).orElse(null);
    }

    private static Stream<String> names(List<Past> counted, Class<?> kind) {
        return counted.stream()
                .map(Past::event)
                .filter(kind::isInstance)
                .map(event -> event.getClass().getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_customer_stood_in_the_tier_that_was_decided_last(int seed) {
        Random random = new Random(seed);
        CustomerId id = new CustomerId("past-customer-" + seed);
        List<Past> past = new ArrayList<>();
        past.add(new Past(id.stream(), new CustomerRegistered(id, "Ada"), 0));
        append(past.get(0));
        past.addAll(history(
                random,
                20,
                () -> new PastEvent(
                        id.stream(),
                        new TierChanged(id, random.nextBoolean() ? Tier.VIP : Tier.STANDARD, "why", "sue"))));

        for (int after = 0; after < past.size(); after++) {
            StateAsOf told = ask(Thing.CUSTOMER, id.value(), null, (long) after);
            JsonNode state = JsonMapper.shared().readTree(told.state());
            Tier tier = past.subList(0, after + 1).stream()
                    .map(Past::event)
                    .filter(TierChanged.class::isInstance)
                    .map(event -> ((TierChanged) event).tier())
                    .reduce((before, later) -> later)
                    .orElse(Tier.STANDARD);
            assertThat(state.path("tier").asString()).isEqualTo(tier.name());
            assertThat(state.path("name").asString()).isEqualTo("Ada");
        }
    }

    @Test
    void each_step_says_what_it_changed_and_steps_after_the_moment_are_there_to_go_on() {
        Orders order = Orders.of("stepped", "ada", 1);
        append(new Past("stepped", order.placed(), 0));
        append(new Past("payment-stepped", order.authorized(), 1));
        append(new Past("stepped", order.confirmed(), 2));

        StateAsOf told = ask(Thing.ORDER, "stepped", null, 1L);

        assertThat(told.total()).isEqualTo(3);
        assertThat(told.at()).isEqualTo(NOON.plusSeconds(1));
        assertThat(told.steps())
                .extracting(StateAsOf.Step::what)
                .containsExactly("OrderPlaced", "PaymentAuthorized", "OrderConfirmed");
        assertThat(told.steps().get(1).changes()).containsExactly(new FieldChange("payment", "", "PaymentAuthorized"));
        assertThat(told.steps().get(2).changes()).containsExactly(new FieldChange("state", "PLACED", "CONFIRMED"));
        assertThat(told.steps().get(0).changes()).contains(new FieldChange("total", "", "2.55 GBP"));
    }

    @Test
    void who_may_not_see_addresses_and_names_is_told_the_rest() {
        Orders order = Orders.of("masked", "ada", 1);
        CustomerId customer = new CustomerId("masked-customer");
        append(new Past("masked", order.placed(), 0));
        append(new Past(customer.stream(), new CustomerRegistered(customer, "Grace Hopper"), 1));

        StateAsOf masked = query(new FindStateAsOf(Thing.ORDER, "masked", null, null, false));
        StateAsOf person = query(new FindStateAsOf(Thing.CUSTOMER, "masked-customer", null, null, false));

        assertThat(masked.toString()).contains("SKU0", "WHITE HANGING HEART").doesNotContain("Lovelace", "London");
        assertThat(masked.hidden()).isTrue();
        assertThat(person.toString()).contains("STANDARD").doesNotContain("Hopper");
    }

    @Test
    void there_is_nothing_to_tell_of_what_never_was() {
        StateAsOf told = ask(Thing.ORDER, "never", null, null);
        assertThat(told.total()).isZero();
        assertThat(told.state()).isEmpty();
    }

    private List<Past> history(Random random, int length, Supplier<PastEvent> next) {
        List<Past> past = new ArrayList<>();
        int second = 1;
        for (int i = 0; i < length; i++) {
            second += random.nextInt(3);
            PastEvent event = next.get();
            // Of different streams no two at the same moment: their order would be anybody's guess.
            second += past.isEmpty() || past.get(past.size() - 1).stream().equals(event.stream()) ? 0 : 1;
            Past happened = new Past(event.stream(), event.event(), second);
            append(happened);
            past.add(happened);
        }
        return past;
    }

    private static List<Past> upTo(Instant at, List<Past> past) {
        return past.stream()
                .filter(event -> !NOON.plusSeconds(event.second()).isAfter(at))
                .toList();
    }

    private void append(Past past) {
        long sequence = store.lastSequenceNumberFor(past.stream()).orElse(-1L) + 1;
        Instant at = NOON.plusSeconds(past.second());
        store.publish(new GenericDomainEventMessage<>(
                "Test", past.stream(), sequence, new GenericMessage<>(past.event()), () -> at));
    }

    private StateAsOf ask(Thing thing, String id, @Nullable Instant at, @Nullable Long after) {
        return query(new FindStateAsOf(thing, id, at, after, true));
    }

    private StateAsOf query(FindStateAsOf query) {
        return queries.query(query, StateAsOf.class).join();
    }
}
