package io.daybook.command.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.CommandRefused;
import io.daybook.api.InvalidValue;
import io.daybook.api.Refusal;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.AdjustStock;
import io.daybook.api.inventory.InventoryCommand.CountStock;
import io.daybook.api.inventory.InventoryCommand.DispatchStock;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.InventoryCommand.ReleaseStock;
import io.daybook.api.inventory.InventoryCommand.ReserveStock;
import io.daybook.api.inventory.LineQuantity;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.ReservationEvent.StockDispatched;
import io.daybook.api.inventory.ReservationEvent.StockRefused;
import io.daybook.api.inventory.ReservationEvent.StockReleased;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.inventory.Shortage;
import io.daybook.api.inventory.StockCount;
import io.daybook.api.inventory.StockEvent.StockAdjusted;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsDispatched;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderId;
import io.daybook.command.InMemoryLog;
import io.daybook.command.aggregate.AggregateSettings;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reservations over several products, on a real event store. */
class StockTest {

    private static final WarehouseId MAIN = WarehouseId.MAIN;
    private static final Sku CUP = new Sku("CUP");
    private static final Sku LAMP = new Sku("LAMP");
    private static final Sku NEVER_STOCKED = new Sku("ZEBRA");
    private static final OrderId ORDER = new OrderId("4711");

    private final InMemoryLog log = new InMemoryLog();
    private Configuration process;

    @BeforeEach
    void start() {
        Configurer configurer = log.configurer();
        new InventoryModule(new AggregateSettings(1_000), new InventorySettings(250)).configureModule(configurer);
        process = configurer.start();
    }

    @AfterEach
    void stop() {
        process.shutdown();
    }

    @Test
    void all_lines_are_reserved_and_each_movement_tells_the_level_after_it() {
        receive(CUP, 10);
        receive(LAMP, 5);

        reserve(line(LAMP, 2), line(CUP, 4));

        assertThat(lastEvents(3))
                .containsExactly(
                        new UnitsReserved(MAIN, CUP, ORDER, 4, new StockLevel(10, 4)),
                        new UnitsReserved(MAIN, LAMP, ORDER, 2, new StockLevel(5, 2)),
                        new StockReserved(ORDER, MAIN, List.of(line(LAMP, 2), line(CUP, 4))));
    }

    @Test
    void one_short_line_refuses_all_and_every_shortage_is_named() {
        receive(CUP, 10);
        receive(LAMP, 5);

        reserve(line(CUP, 1), line(LAMP, 6), line(NEVER_STOCKED, 1));

        assertThat(lastEvents(1))
                .containsExactly(new StockRefused(
                        ORDER, MAIN, List.of(new Shortage(LAMP, 6, 5), new Shortage(NEVER_STOCKED, 1, 0))));
        assertThat(log.events(UnitsReserved.class)).isEmpty();
    }

    @Test
    void a_product_in_two_lines_is_asked_for_once_with_the_sum() {
        receive(CUP, 5);

        reserve(line(CUP, 3), line(CUP, 3));

        assertThat(lastEvents(1)).containsExactly(new StockRefused(ORDER, MAIN, List.of(new Shortage(CUP, 6, 5))));
    }

    @Test
    void what_one_order_holds_is_not_there_for_the_next() {
        receive(CUP, 5);
        reserve(line(CUP, 3));

        send(new ReserveStock(MAIN, new OrderId("next"), List.of(line(CUP, 3))));

        assertThat(lastEvents(1))
                .containsExactly(new StockRefused(new OrderId("next"), MAIN, List.of(new Shortage(CUP, 3, 2))));
    }

    @Test
    void a_reservation_sent_again_changes_nothing() {
        receive(CUP, 5);
        reserve(line(CUP, 3));
        int before = log.events().size();

        reserve(line(CUP, 3));

        assertThat(log.events()).hasSize(before);
    }

    @Test
    void a_refusal_stands_even_when_stock_comes_in_later() {
        reserve(line(CUP, 3));
        receive(CUP, 5);
        int before = log.events().size();

        reserve(line(CUP, 3));

        assertThat(log.events()).hasSize(before);
    }

    @Test
    void released_units_can_be_promised_again() {
        receive(CUP, 5);
        reserve(line(CUP, 3));

        send(new ReleaseStock(MAIN, ORDER));

        assertThat(lastEvents(2))
                .containsExactly(
                        new UnitsReleased(MAIN, CUP, ORDER, 3, new StockLevel(5, 0)), new StockReleased(ORDER, MAIN));
    }

    @Test
    void a_release_sent_again_changes_nothing() {
        receive(CUP, 5);
        reserve(line(CUP, 3));
        send(new ReleaseStock(MAIN, ORDER));
        int before = log.events().size();

        send(new ReleaseStock(MAIN, ORDER));

        assertThat(log.events()).hasSize(before);
    }

    @Test
    void a_refused_reservation_is_released_too() {
        reserve(line(CUP, 3));

        send(new ReleaseStock(MAIN, ORDER));

        assertThat(lastEvents(1)).containsExactly(new StockReleased(ORDER, MAIN));
    }

    @Test
    void what_was_released_before_it_was_reserved_stays_released() {
        receive(CUP, 5);
        send(new ReleaseStock(MAIN, ORDER));
        int before = log.events().size();

        reserve(line(CUP, 3));

        assertThat(lastEvents(1)).containsExactly(new StockReleased(ORDER, MAIN));
        assertThat(log.events()).hasSize(before);
    }

    @Test
    void dispatched_units_leave_the_books() {
        receive(CUP, 5);
        reserve(line(CUP, 3));

        send(new DispatchStock(MAIN, ORDER));

        assertThat(lastEvents(2))
                .containsExactly(
                        new UnitsDispatched(MAIN, CUP, ORDER, 3, new StockLevel(2, 0)),
                        new StockDispatched(ORDER, MAIN));
    }

    @Test
    void a_dispatch_sent_again_changes_nothing() {
        receive(CUP, 5);
        reserve(line(CUP, 3));
        send(new DispatchStock(MAIN, ORDER));
        int before = log.events().size();

        send(new DispatchStock(MAIN, ORDER));

        assertThat(log.events()).hasSize(before);
    }

    @Test
    void dispatched_units_are_not_released_any_more() {
        receive(CUP, 5);
        reserve(line(CUP, 3));
        send(new DispatchStock(MAIN, ORDER));

        assertRefused(new ReleaseStock(MAIN, ORDER), Refusal.Code.NOT_ALLOWED_NOW);
    }

    @Test
    void only_what_is_reserved_is_dispatched() {
        assertRefused(new DispatchStock(MAIN, ORDER), Refusal.Code.NOT_FOUND);
        reserve(line(CUP, 3));
        assertRefused(new DispatchStock(MAIN, ORDER), Refusal.Code.NOT_ALLOWED_NOW);
        send(new ReleaseStock(MAIN, ORDER));
        assertRefused(new DispatchStock(MAIN, ORDER), Refusal.Code.NOT_ALLOWED_NOW);
    }

    @Test
    void a_delivery_sent_again_comes_in_once() {
        ReceiveStock delivery = new ReceiveStock(MAIN, CUP, new MovementId("d-1"), 10, "delivery", "will");
        send(delivery);
        send(delivery);

        assertThat(log.events())
                .containsExactly(new StockReceived(
                        MAIN, CUP, delivery.movement(), 10, "delivery", "will", new StockLevel(10, 0)));
    }

    @Test
    void an_adjustment_sent_again_is_made_once() {
        AdjustStock found = new AdjustStock(MAIN, CUP, new MovementId("a-1"), 3, "found", "will");
        send(found);
        send(found);

        assertThat(log.events())
                .containsExactly(
                        new StockAdjusted(MAIN, CUP, found.movement(), 3, "found", "will", new StockLevel(3, 0)));
    }

    @Test
    void the_last_movements_are_remembered_and_the_ones_before_are_not() {
        IntStream.rangeClosed(0, Stock.REMEMBERED_MOVEMENTS).forEach(i -> receive("d-" + i, CUP, 1));
        int before = log.events().size();

        receive("d-1", CUP, 1);
        assertThat(log.events()).hasSize(before);

        receive("d-0", CUP, 1);
        assertThat(log.events()).hasSize(before + 1);
    }

    @Test
    void reserved_units_cannot_be_adjusted_away() {
        receive(CUP, 5);
        reserve(line(CUP, 3));

        assertRefused(adjustment(-3), Refusal.Code.NOT_ALLOWED_NOW);

        send(adjustment(-2));
        assertThat(log.events(StockAdjusted.class))
                .extracting(StockAdjusted::level)
                .containsExactly(new StockLevel(3, 3));
    }

    @Test
    void there_is_an_end_to_what_a_warehouse_can_count() {
        IntStream.range(0, 214).forEach(i -> receive("d-" + i, CUP, 10_000_000));

        assertRefused(
                new ReceiveStock(MAIN, CUP, new MovementId("last"), 10_000_000, "delivery", "will"),
                Refusal.Code.INVALID);
    }

    @Test
    void counting_tells_what_there_is_of_each_product_once_and_leaves_no_trace() {
        receive(LAMP, 5);
        receive(CUP, 10);
        reserve(line(CUP, 4));
        List<Object> before = log.events();

        StockCount count =
                process.commandGateway().sendAndWait(new CountStock(MAIN, List.of(NEVER_STOCKED, LAMP, CUP, LAMP)));

        assertThat(count.stock())
                .containsExactly(
                        new StockView(MAIN, CUP, new StockLevel(10, 4)),
                        new StockView(MAIN, LAMP, new StockLevel(5, 0)),
                        new StockView(MAIN, NEVER_STOCKED, StockLevel.NONE));
        assertThat(log.events()).isEqualTo(before);

        receive(NEVER_STOCKED, 1);
        assertThat(lastEvents(1)).first().isInstanceOf(StockReceived.class);
    }

    @Test
    void a_count_is_of_some_products_and_not_of_too_many() {
        assertThatThrownBy(() -> new CountStock(MAIN, List.of())).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new CountStock(MAIN, Collections.nCopies(CountStock.MOST_COUNTED + 1, CUP)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("skus");
    }

    private static LineQuantity line(Sku sku, int quantity) {
        return new LineQuantity(sku, quantity);
    }

    private void receive(Sku sku, int quantity) {
        receive("delivery of " + sku, sku, quantity);
    }

    private void receive(String movement, Sku sku, int quantity) {
        send(new ReceiveStock(MAIN, sku, new MovementId(movement), quantity, "delivery", "will"));
    }

    private static AdjustStock adjustment(int quantity) {
        return new AdjustStock(MAIN, CUP, MovementId.random(), quantity, "broken", "will");
    }

    private void reserve(LineQuantity... lines) {
        send(new ReserveStock(MAIN, ORDER, List.of(lines)));
    }

    private void send(Object command) {
        process.commandGateway().sendAndWait(command);
    }

    private void assertRefused(Object command, Refusal.Code code) {
        assertThatThrownBy(() -> send(command))
                .satisfies(failure -> assertThat(CommandRefused.in(failure))
                        .hasValueSatisfying(
                                refusal -> assertThat(refusal.code()).isEqualTo(code)));
    }

    private List<Object> lastEvents(int count) {
        List<Object> events = log.events();
        return events.subList(events.size() - count, events.size());
    }
}
