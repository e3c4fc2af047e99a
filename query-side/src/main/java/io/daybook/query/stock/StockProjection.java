package io.daybook.query.stock;

import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.query.projection.ViewUpdates;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Collects movements of stock. */
@ProcessingGroup(StockLevels.NAME)
class StockProjection {

    private final ViewUpdates<StockEvent, StockView> updates;

    StockProjection(ViewUpdates<StockEvent, StockView> updates) {
        this.updates = updates;
    }

    @EventHandler
    void on(StockEvent event, @Timestamp Instant at, TrackingToken token) {
        updates.collect(event, at, token);
    }
}
