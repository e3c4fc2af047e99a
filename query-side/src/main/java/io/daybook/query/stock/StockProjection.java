package io.daybook.query.stock;

import io.daybook.api.catalog.CatalogEvent;
import io.daybook.api.inventory.StockEvent;
import io.daybook.query.projection.Collector;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Collects movements of stock, and what products are called. */
@ProcessingGroup(StockLevels.NAME)
class StockProjection {

    private final Collector<Object> updates;

    StockProjection(Collector<Object> updates) {
        this.updates = updates;
    }

    @EventHandler
    void on(StockEvent event, @Timestamp Instant at, TrackingToken token) {
        updates.collect(event, at, token);
    }

    @EventHandler
    void on(CatalogEvent event, @Timestamp Instant at, TrackingToken token) {
        updates.collect(event, at, token);
    }
}
