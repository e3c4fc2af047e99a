package io.daybook.command.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.MessageJson;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderId;
import io.daybook.command.InMemoryLog;
import io.daybook.command.aggregate.AggregateSettings;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

/** The stored state of stock. */
class StockSnapshotTest {

    private static final WarehouseId MAIN = WarehouseId.MAIN;
    private static final Sku CUP = new Sku("CUP");

    private final InMemoryLog log = new InMemoryLog();

    @Test
    void a_snapshot_read_again_is_the_same_stock() {
        Jackson3Serializer serializer = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(new MessageJson())
                .build();
        Stock stock = new Stock();
        IntStream.range(0, 300)
                .forEach(i -> stock.on(new StockReceived(
                        MAIN, CUP, new MovementId("d-" + i), 1, "delivery", "will", new StockLevel(i + 1, 0))));
        stock.on(new UnitsReserved(MAIN, CUP, new OrderId("4711"), 7, new StockLevel(300, 7)));

        SerializedObject<String> stored = serializer.serialize(stock, String.class);
        Stock read = serializer.deserialize(stored);

        assertThat(read).usingRecursiveComparison().isEqualTo(stock);
        assertThat(serializer.serialize(read, String.class).getData())
                .as("the order of the movements, which tells the oldest")
                .isEqualTo(stored.getData());
        assertThat(stored.getType().getRevision()).isEqualTo("1");
    }

    @Test
    void stock_is_read_from_its_snapshot_and_the_events_after_it() {
        Configuration first = begin(10);
        receive(first, 0, 25);
        assertThat(lastSnapshot(first)).isEqualTo(19);
        first.shutdown();

        Configuration second = begin(10);
        receive(second, 25, 26);

        assertThat(log.events(StockReceived.class).get(25).level()).isEqualTo(new StockLevel(26, 0));
        second.shutdown();
    }

    @Test
    void no_event_is_read_again_for_a_snapshot_of_what_is_kept() {
        Configuration process = begin(10);
        receive(process, 0, 1);
        int reads = log.reads();

        receive(process, 1, 25);

        assertThat(log.reads()).isEqualTo(reads);
        assertThat(lastSnapshot(process)).isEqualTo(19);
        process.shutdown();
    }

    @Test
    void stock_that_took_many_events_to_read_has_a_snapshot_from_the_log_then_as_it_is_locked_no_more() {
        Configuration first = begin(1_000);
        receive(first, 0, 25);
        first.shutdown();
        int reads = log.reads();

        Configuration second = begin(10);
        receive(second, 25, 26);

        assertThat(log.reads())
                .as("whether it is there, its events, and these for the snapshot")
                .isEqualTo(reads + 3);
        assertThat(lastSnapshot(second)).isEqualTo(25);
        second.shutdown();
    }

    private Configuration begin(int snapshotEvery) {
        Configurer configurer = log.configurer();
        new InventoryModule(new AggregateSettings(10), new InventorySettings(snapshotEvery))
                .configureModule(configurer);
        return configurer.start();
    }

    private static void receive(Configuration process, int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> process.commandGateway()
                        .sendAndWait(new ReceiveStock(MAIN, CUP, new MovementId("d-" + i), 1, "delivery", "will")));
    }

    /** The number of the last event that is in it. */
    private static long lastSnapshot(Configuration process) {
        DomainEventMessage<?> first = process.eventStore()
                .readEvents(StockId.of(MAIN, CUP).toString())
                .peek();
        assertThat(first.getPayload()).isInstanceOf(Stock.class);
        return first.getSequenceNumber();
    }
}
