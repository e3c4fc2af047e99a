package io.daybook.query.catalogue;

import io.daybook.api.catalog.CatalogEvent;
import io.daybook.query.projection.Collector;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Collects the events of products. */
@ProcessingGroup(CatalogueView.NAME)
class ProductProjection {

    private final Collector<CatalogEvent> updates;

    ProductProjection(Collector<CatalogEvent> updates) {
        this.updates = updates;
    }

    @EventHandler
    void on(CatalogEvent event, @Timestamp Instant at, TrackingToken token) {
        updates.collect(event, at, token);
    }
}
