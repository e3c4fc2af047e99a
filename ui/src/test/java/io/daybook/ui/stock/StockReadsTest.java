package io.daybook.ui.stock;

import static io.daybook.api.operations.StockConsistency.EVENTUAL;
import static io.daybook.api.operations.StockConsistency.READ_YOUR_WRITES;
import static io.daybook.api.operations.StockConsistency.STRONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.inventory.InventoryCommand.CountStock;
import io.daybook.api.inventory.StockCount;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.StockList;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.operations.StockConsistency;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StockReadsTest {

    private static final Sku MUG = new Sku("MUG");
    private static final OrderId ORDER = new OrderId("my-order");
    private static final long VIEW_POSITION = 10;

    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<CountStock> counts = new ArrayList<>();
    private boolean viewWaits;
    private boolean counting = true;
    private OrderAnswer order = new OrderAnswer(List.of(), VIEW_POSITION);
    private long nanos;
    private StockReads reads;

    @BeforeEach
    void open() {
        StockSettings settings =
                new StockSettings(Duration.ofMillis(100), Duration.ofSeconds(10), 16, Duration.ofSeconds(2), 1);
        reads = new StockReads(
                DefaultQueryGateway.builder().queryBus(queries).build(),
                new StockCounter(
                        DefaultCommandGateway.builder().commandBus(commands).build(), settings, () -> nanos),
                settings,
                meters);
        queries.<StockList>subscribe(FindStock.class.getName(), StockList.class, query -> {
            FindStock asked = (FindStock) query.getPayload();
            return viewWaits && asked.atLeast() > VIEW_POSITION
                    ? new CompletableFuture<StockList>()
                    : new StockList(levels(asked.skus(), 5), VIEW_POSITION);
        });
        queries.<OrderAnswer>subscribe(FindOrder.class.getName(), OrderAnswer.class, query -> order);
        commands.subscribe(CountStock.class.getName(), command -> {
            CountStock asked = (CountStock) command.getPayload();
            counts.add(asked);
            if (!counting) {
                throw new IllegalStateException("nobody is in the warehouse");
            }
            return new StockCount(levels(asked.skus(), 3));
        });
    }

    @AfterEach
    void close() {
        reads.close();
    }

    @Test
    void eventual_is_what_the_view_has_whatever_the_reader_did() {
        ShownStock stock = read(EVENTUAL, new OwnWrites(99, ORDER));

        assertThat(stock.level(MUG).available()).isEqualTo(5);
        assertThat(stock.position()).isEqualTo(VIEW_POSITION);
        assertThat(stock.updating()).isFalse();
        assertThat(counts).isEmpty();
    }

    @Test
    void own_writes_are_included_or_the_answer_says_that_it_is_still_updating() {
        assertThat(read(READ_YOUR_WRITES, OwnWrites.NONE).updating()).isFalse();
        assertThat(read(READ_YOUR_WRITES, OwnWrites.upTo(VIEW_POSITION)).updating())
                .isFalse();
        assertThat(read(READ_YOUR_WRITES, OwnWrites.upTo(VIEW_POSITION + 1)).updating())
                .isTrue();
    }

    @Test
    void a_view_that_keeps_a_reader_waiting_is_shown_as_it_is() {
        viewWaits = true;

        ShownStock stock = read(READ_YOUR_WRITES, OwnWrites.upTo(VIEW_POSITION + 1));

        assertThat(stock.level(MUG).available()).isEqualTo(5);
        assertThat(stock.updating()).isTrue();
    }

    @Test
    void an_order_that_has_not_settled_may_still_change_the_stock() {
        order = answer(OrderState.PLACED, 8);
        assertThat(read(READ_YOUR_WRITES, new OwnWrites(8, ORDER)).updating()).isTrue();

        order = answer(OrderState.CONFIRMED, 9);
        ShownStock settled = read(READ_YOUR_WRITES, new OwnWrites(8, ORDER));
        assertThat(settled.updating()).isFalse();
        assertThat(settled.own()).isEqualTo(OwnWrites.upTo(9));
    }

    @Test
    void what_a_settled_order_moved_is_waited_for() {
        order = answer(OrderState.CONFIRMED, VIEW_POSITION + 3);

        assertThat(read(READ_YOUR_WRITES, new OwnWrites(8, ORDER)).updating()).isTrue();
    }

    @Test
    void an_order_that_was_never_placed_is_not_waited_for() {
        ShownStock stock = read(READ_YOUR_WRITES, new OwnWrites(8, ORDER));

        assertThat(stock.updating()).isFalse();
        assertThat(stock.own()).isEqualTo(OwnWrites.upTo(8));
    }

    @Test
    void strong_is_what_the_stock_itself_says() {
        ShownStock stock = read(STRONG, OwnWrites.NONE);

        assertThat(stock.level(MUG).available()).isEqualTo(3);
        assertThat(stock.position()).isNull();
        assertThat(stock.updating()).isFalse();
    }

    @Test
    void many_products_are_counted_so_many_at_a_time() {
        Set<Sku> many = IntStream.range(0, 250)
                .mapToObj(number -> new Sku("S" + number))
                .collect(Collectors.toSet());

        ShownStock stock = reads.read(many, STRONG, () -> OwnWrites.NONE).join();

        assertThat(stock.levels()).hasSize(250);
        assertThat(counts).hasSize(3);
    }

    @Test
    void a_stock_that_cannot_be_asked_is_left_alone_for_a_while_and_the_view_is_shown_with_a_word_about_it() {
        counting = false;
        assertFallenBack();
        assertThat(counts).hasSize(1);

        counting = true;
        assertFallenBack();
        assertThat(counts).hasSize(1);

        nanos += Duration.ofSeconds(2).toNanos();
        assertThat(read(STRONG, OwnWrites.NONE).updating()).isFalse();
    }

    private void assertFallenBack() {
        ShownStock stock = read(STRONG, OwnWrites.NONE);
        assertThat(stock.level(MUG).available()).isEqualTo(5);
        assertThat(stock.position()).isEqualTo(VIEW_POSITION);
        assertThat(stock.updating()).isTrue();
    }

    @Test
    void reads_are_measured_by_kind_and_what_only_measures_is_not() {
        read(STRONG, OwnWrites.NONE);
        read(EVENTUAL, OwnWrites.NONE);
        read(EVENTUAL, OwnWrites.NONE);
        reads.ask(Set.of(MUG), EVENTUAL, () -> OwnWrites.NONE).join();

        assertThat(measured("STRONG")).isEqualTo(1);
        assertThat(measured("EVENTUAL")).isEqualTo(2);
        assertThat(measured("READ_YOUR_WRITES")).isZero();
    }

    private long measured(String consistency) {
        return meters.get("daybook.stock.reads")
                .tag("consistency", consistency)
                .timer()
                .count();
    }

    private ShownStock read(StockConsistency consistency, OwnWrites own) {
        return reads.read(Set.of(MUG), consistency, () -> own).join();
    }

    private static List<StockView> levels(Collection<Sku> skus, int onHand) {
        return skus.stream()
                .map(sku -> new StockView(WarehouseId.MAIN, sku, new StockLevel(onHand, 0)))
                .toList();
    }

    private static OrderAnswer answer(OrderState state, long position) {
        Money total = Money.parse("GBP 1.00");
        OrderView view = new OrderView(
                ORDER,
                new CustomerId("c-1"),
                Tier.STANDARD,
                state,
                List.of(),
                total,
                "4242",
                new Address("Ada", "1 Mill Lane", "Leeds", "LS1", "UK"),
                "customer",
                Instant.EPOCH,
                null,
                List.of(),
                List.of(),
                position);
        return new OrderAnswer(List.of(view), VIEW_POSITION);
    }
}
