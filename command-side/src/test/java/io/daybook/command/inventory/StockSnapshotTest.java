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
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

/** The stored state of stock. */
class StockSnapshotTest {

    private static final WarehouseId MAIN = WarehouseId.MAIN;
    private static final Sku CUP = new Sku("CUP");

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
        InMemoryLog log = new InMemoryLog();
        Configuration first = begin(log);
        IntStream.range(0, 25)
                .forEach(i -> first.commandGateway()
                        .sendAndWait(new ReceiveStock(MAIN, CUP, new MovementId("d-" + i), 1, "delivery", "will")));
        assertThat(first.eventStore()
                        .readEvents(StockId.of(MAIN, CUP).toString())
                        .peek()
                        .getPayload())
                .isInstanceOf(Stock.class);
        first.shutdown();

        Configuration second = begin(log);
        second.commandGateway().sendAndWait(new ReceiveStock(MAIN, CUP, new MovementId("d-25"), 1, "delivery", "will"));

        assertThat(log.events(StockReceived.class).get(25).level()).isEqualTo(new StockLevel(26, 0));
        second.shutdown();
    }

    private static Configuration begin(InMemoryLog log) {
        Configurer configurer = log.configurer();
        new InventoryModule(new AggregateSettings(10), new InventorySettings(10)).configureModule(configurer);
        return configurer.start();
    }
}
