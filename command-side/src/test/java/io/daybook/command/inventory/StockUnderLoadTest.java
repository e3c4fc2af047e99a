package io.daybook.command.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand;
import io.daybook.api.inventory.InventoryCommand.CountStock;
import io.daybook.api.inventory.InventoryCommand.DispatchStock;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.InventoryCommand.ReleaseStock;
import io.daybook.api.inventory.InventoryCommand.ReserveStock;
import io.daybook.api.inventory.LineQuantity;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.ReservationEvent.StockRefused;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.inventory.StockCount;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderId;
import io.daybook.command.InMemoryLog;
import io.daybook.command.aggregate.AggregateSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many buyers at once, on real threads and a real event store. */
@Timeout(60)
class StockUnderLoadTest {

    private static final WarehouseId MAIN = WarehouseId.MAIN;
    private static final int THREADS = 16;

    private final InMemoryLog log = new InMemoryLog();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private Configuration process;

    @BeforeEach
    void start() {
        Configurer configurer = log.configurer();
        new InventoryModule(new AggregateSettings(50), new InventorySettings(100)).configureModule(configurer);
        process = configurer.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        process.shutdown();
    }

    @Test
    void a_hundred_units_are_sold_a_hundred_times_to_a_thousand_buyers() throws Exception {
        Sku cup = new Sku("CUP");
        receive(cup, 100);

        sendAll(IntStream.range(0, 1_000)
                .<InventoryCommand>mapToObj(
                        i -> new ReserveStock(MAIN, new OrderId("o-" + i), List.of(new LineQuantity(cup, 1))))
                .toList());

        assertThat(log.events(StockReserved.class)).hasSize(100);
        assertThat(log.events(StockRefused.class)).hasSize(900);
        assertThat(lastLevel(cup)).isEqualTo(new StockLevel(100, 100));
    }

    @Test
    void orders_of_many_lines_in_any_order_never_wait_for_each_other_forever() throws Exception {
        List<Sku> skus =
                IntStream.range(0, 12).mapToObj(i -> new Sku("SKU-" + i)).toList();
        skus.forEach(sku -> receive(sku, 300));
        Random random = new Random(4711);
        List<InventoryCommand> commands = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            OrderId order = new OrderId("o-" + i);
            List<LineQuantity> lines = random.ints(0, skus.size())
                    .distinct()
                    .limit(1 + random.nextInt(6))
                    .mapToObj(sku -> new LineQuantity(skus.get(sku), 1 + random.nextInt(3)))
                    .toList();
            commands.add(new ReserveStock(MAIN, order, lines));
            if (random.nextInt(3) == 0) {
                commands.add(new ReleaseStock(MAIN, order));
            }
        }

        sendAll(commands);

        assertThat(log.events(StockEvent.class)).allSatisfy(event -> {
            assertThat(event.level().available()).isNotNegative();
            assertThat(event.level().reserved()).isNotNegative();
        });
        skus.forEach(this::assertLevelIsTheSumOfMovements);
    }

    @Test
    void counts_neither_hold_up_orders_nor_ever_see_half_of_one() throws Exception {
        List<Sku> pair = List.of(new Sku("CUP"), new Sku("SAUCER"));
        pair.forEach(sku -> receive(sku, 200));
        List<LineQuantity> both =
                pair.stream().map(sku -> new LineQuantity(sku, 1)).toList();
        Queue<StockCount> counts = new ConcurrentLinkedQueue<>();
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ReserveStock order = new ReserveStock(MAIN, new OrderId("o-" + i), both);
            calls.add(() -> process.commandGateway().sendAndWait(order));
            calls.add(() -> counts.add(process.commandGateway().sendAndWait(new CountStock(MAIN, pair))));
        }

        for (Future<Object> called : threads.invokeAll(calls)) {
            called.get();
        }

        assertThat(counts)
                .hasSize(200)
                .allSatisfy(count -> assertThat(count.stock().get(0).level())
                        .isEqualTo(count.stock().get(1).level()));
        assertThat(log.events(StockReserved.class)).hasSize(200);
    }

    @Test
    void reserved_stock_is_dispatched_once_by_whoever_comes_first() throws Exception {
        Sku cup = new Sku("CUP");
        receive(cup, 10);
        OrderId order = new OrderId("o-1");
        process.commandGateway().sendAndWait(new ReserveStock(MAIN, order, List.of(new LineQuantity(cup, 4))));

        sendAll(IntStream.range(0, 32)
                .<InventoryCommand>mapToObj(i -> new DispatchStock(MAIN, order))
                .toList());

        assertThat(lastLevel(cup)).isEqualTo(new StockLevel(6, 0));
    }

    private void sendAll(List<InventoryCommand> commands) throws Exception {
        List<Callable<Object>> sends = commands.stream()
                .<Callable<Object>>map(command -> () -> process.commandGateway().sendAndWait(command))
                .toList();
        for (Future<Object> sent : threads.invokeAll(sends)) {
            sent.get();
        }
    }

    private void receive(Sku sku, int quantity) {
        process.commandGateway()
                .sendAndWait(new ReceiveStock(MAIN, sku, new MovementId("delivery"), quantity, "delivery", "will"));
    }

    private StockLevel lastLevel(Sku sku) {
        List<StockEvent> events = movements(sku);
        return events.get(events.size() - 1).level();
    }

    private void assertLevelIsTheSumOfMovements(Sku sku) {
        int reserved = 0;
        for (StockEvent event : movements(sku)) {
            if (event instanceof StockEvent.UnitsReserved units) {
                reserved += units.quantity();
            } else if (event instanceof StockEvent.UnitsReleased units) {
                reserved -= units.quantity();
            }
        }
        assertThat(lastLevel(sku)).isEqualTo(new StockLevel(300, reserved));
    }

    private List<StockEvent> movements(Sku sku) {
        return log.events(StockEvent.class).stream()
                .filter(event -> event.sku().equals(sku))
                .toList();
    }
}
