package io.daybook.saga.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.CustomerCommand.ApplyTierPolicy;
import io.daybook.api.customer.CustomerEvent.TierReturned;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.operations.OperationsEvent.TierThresholdChanged;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderEvent.OrderCancelled;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentMethod;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TierPolicyTest {

    private static final CustomerId ANN = new CustomerId("ann");

    private final EmbeddedEventStore log = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final List<Object> events = new ArrayList<>();
    private final Map<String, Long> lengths = new HashMap<>();
    private final List<ApplyTierPolicy> told = new ArrayList<>();
    private final InMemorySagaStore store = new InMemorySagaStore();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private TierPolicy policy = policy("100");

    @BeforeEach
    void listen() {
        bus.subscribe(ApplyTierPolicy.class.getName(), command -> told.add((ApplyTierPolicy) command.getPayload()));
    }

    private TierPolicy policy(String vipFrom) {
        return new TierPolicy(
                new PlacedOrders(log),
                new PolicyStates(store),
                new PolicyCommands(
                        DefaultCommandGateway.builder().commandBus(bus).build()),
                new TierSettings(new BigDecimal(vipFrom), Duration.ZERO, 100));
    }

    private static Money pounds(long amount) {
        return Money.of(CurrencyUnit.GBP, amount);
    }

    private void append(String stream, Object event) {
        DomainEventMessage<?> message =
                new GenericDomainEventMessage<>("test", stream, lengths.merge(stream, 1L, Long::sum) - 1, event);
        log.publish(message);
        events.add(event);
    }

    private void placed(String order, @Nullable CustomerId customer, long total) {
        append(
                order,
                new OrderPlaced(
                        new OrderId(order),
                        customer,
                        Tier.STANDARD,
                        WarehouseId.MAIN,
                        List.of(),
                        pounds(total),
                        new PaymentMethod("tok_approve", "4242"),
                        new Address("Ann", "1 High Street", "York", "YO1", "UK"),
                        "ann"));
    }

    private void confirmed(String order, @Nullable CustomerId customer, long total) {
        placed(order, customer, total);
        append(order, new OrderConfirmed(new OrderId(order)));
    }

    private void cancelled(String order) {
        append(order, new OrderCancelled(new OrderId(order)));
    }

    private void process() {
        process(0, events.size());
    }

    /** As one batch; a position is the index of an event. */
    private void process(int from, int to) {
        UnitOfWork<EventMessage<?>> batch = DefaultUnitOfWork.startAndGet(null);
        batch.execute(() -> {
            for (int position = from; position < to; position++) {
                at(position, batch);
                handle(events.get(position));
            }
        });
    }

    private static void at(int position, UnitOfWork<EventMessage<?>> batch) {
        batch.transformMessage(before -> new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage("any")));
    }

    private void handle(Object event) {
        if (event instanceof OrderPlaced placed) {
            policy.on(placed);
        } else if (event instanceof OrderConfirmed confirmed) {
            policy.on(confirmed);
        } else if (event instanceof OrderCancelled cancelled) {
            policy.on(cancelled);
        } else if (event instanceof TierThresholdChanged changed) {
            policy.on(changed);
        } else if (event instanceof TierReturned returned) {
            policy.on(returned);
        }
    }

    @Test
    void the_order_that_makes_a_vip_is_named_with_what_was_spent_by_then() {
        confirmed("a", ANN, 60);
        confirmed("b", ANN, 40);
        confirmed("c", ANN, 500);

        process();

        assertThat(told).containsExactly(new ApplyTierPolicy(ANN, pounds(100), pounds(100), new OrderId("b"), 2));
    }

    @Test
    void what_is_taken_back_counts_no_more_if_it_ever_counted() {
        confirmed("a", ANN, 100);
        placed("b", ANN, 50);
        cancelled("b");
        process();
        assertThat(told).extracting(ApplyTierPolicy::spent).containsExactly(pounds(100));

        cancelled("a");
        process(events.size() - 1, events.size());

        assertThat(told).last().isEqualTo(new ApplyTierPolicy(ANN, pounds(0), pounds(100), new OrderId("a"), 2));
    }

    @Test
    void events_that_come_late_count_at_the_position_of_the_decision_each_of_them_once() {
        confirmed("a", ANN, 300);
        cancelled("a");
        confirmed("b", ANN, 60);
        process(3, 5); // The first order was put aside.

        for (int attempt = 0; attempt < 2; attempt++) {
            UnitOfWork<EventMessage<?>> batch = DefaultUnitOfWork.startAndGet(null);
            batch.execute(() -> {
                at(5, batch);
                events.subList(0, 3).forEach(this::handle);
            });
        }
        confirmed("c", ANN, 50);
        process(5, events.size());

        assertThat(told).extracting(ApplyTierPolicy::spent).containsExactly(pounds(360), pounds(60), pounds(110));
    }

    @Test
    void guests_have_no_tier() {
        confirmed("a", null, 500);
        process();
        assertThat(told).isEmpty();
    }

    @Test
    void a_threshold_that_changes_concerns_those_between_the_old_and_the_new_one() {
        confirmed("a", ANN, 100);
        confirmed("b", new CustomerId("bob"), 90);
        confirmed("c", new CustomerId("cyd"), 500);
        process();
        told.clear();

        append("controls", new TierThresholdChanged(pounds(95), "more of them", "olga"));
        append("controls", new TierThresholdChanged(pounds(80), "more of them", "olga"));
        append("controls", new TierThresholdChanged(pounds(200), "fewer", "olga"));
        process(events.size() - 3, events.size());

        assertThat(told)
                .extracting(command -> command.customerId() + " " + command.vipFrom())
                .containsExactly("bob GBP 80.00", "ann GBP 200.00", "bob GBP 200.00");
    }

    @Test
    void other_settings_concern_everybody_until_an_operator_decides() {
        confirmed("a", ANN, 90);
        process();

        policy = policy("90");
        confirmed("b", new CustomerId("bob"), 1);
        process(events.size() - 2, events.size());

        assertThat(told).containsExactly(new ApplyTierPolicy(ANN, pounds(90), pounds(90), null, 1));
    }

    @Test
    void a_customer_who_is_left_to_the_policy_again_is_judged() {
        append("customer-ann", new TierReturned(ANN, "enough by now", "olga"));
        process();
        assertThat(told).containsExactly(new ApplyTierPolicy(ANN, pounds(0), pounds(100), null, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void however_batches_are_cut_and_repeated_the_tiers_are_those_of_an_independent_count(long seed) {
        Random random = new Random(seed);
        Map<CustomerId, Long> spent = new HashMap<>();
        List<String> standing = new ArrayList<>();
        Map<String, CustomerId> owners = new HashMap<>();
        Map<String, Long> totals = new HashMap<>();
        for (int number = 0; number < 300; number++) {
            if (!standing.isEmpty() && random.nextInt(4) == 0) {
                String order = standing.remove(random.nextInt(standing.size()));
                cancelled(order);
                spent.merge(owners.get(order), -totals.get(order), Long::sum);
            } else {
                String order = "order-" + number;
                CustomerId customer = new CustomerId("c" + random.nextInt(12));
                long total = 1 + random.nextInt(30);
                confirmed(order, customer, total);
                owners.put(order, customer);
                totals.put(order, total);
                standing.add(order);
                spent.merge(customer, total, Long::sum);
            }
        }

        for (int done = 0; done < events.size(); ) {
            int end = Math.min(events.size(), done + 1 + random.nextInt(40));
            process(done, end);
            if (random.nextInt(3) == 0) {
                policy = policy("100"); // As after a crash: nothing is remembered but what is stored.
                process(Math.max(0, done - random.nextInt(20)), end);
            }
            done = end;
        }

        Map<CustomerId, Boolean> vips = new HashMap<>();
        told.forEach(command -> vips.put(command.customerId(), !command.spent().isLessThan(command.vipFrom())));
        spent.forEach((customer, sum) -> assertThat(vips.getOrDefault(customer, false))
                .as("%s: %d", customer, sum)
                .isEqualTo(sum >= 100));
    }
}
