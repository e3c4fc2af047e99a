package io.daybook.ui.experiments;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.StockLevel;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The stock of experiments, read from the log: each movement carries the level after it. */
record Stock(EventStore events) {

    StockLevel level(Sku sku) {
        String stock = StockId.of(Numbering.WAREHOUSE, sku).value();
        Optional<Long> last = events.lastSequenceNumberFor(stock);
        if (last.isEmpty()) {
            return StockLevel.NONE;
        }
        DomainEventStream movements = events.readEvents(stock, last.get());
        StockLevel level = StockLevel.NONE;
        while (movements.hasNext()) {
            level = ((StockEvent) movements.next().getPayload()).level();
        }
        return level;
    }
}
