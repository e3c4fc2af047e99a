package io.daybook.query.stock;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.query.projection.View;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One document per warehouse and product. Movements carry the level after them, so the last one by position says it all. */
final class StockLevels implements View<StockEvent, StockView> {

    static final String NAME = "stock";

    private final Supplier<QueryUpdateEmitter> emitter;

    StockLevels(Supplier<QueryUpdateEmitter> emitter) {
        this.emitter = emitter;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String id(StockEvent event) {
        return StockId.of(event.warehouse(), event.sku()).value();
    }

    @Override
    public boolean startsAfresh(StockEvent event) {
        return true;
    }

    @Override
    public StockView fold(@Nullable StockView current, StockEvent event, Instant at, long position) {
        return new StockView(event.warehouse(), event.sku(), event.level());
    }

    @Override
    public Document write(StockView value) {
        return new Document("onHand", value.level().onHand())
                .append("reserved", value.level().reserved());
    }

    @Override
    public StockView read(Document document) {
        String id = document.getString("_id");
        int colon = id.indexOf(':');
        return new StockView(
                new WarehouseId(id.substring(0, colon)),
                new Sku(id.substring(colon + 1)),
                new StockLevel(document.getInteger("onHand"), document.getInteger("reserved")));
    }

    @Override
    public void published(List<StockView> written) {
        if (emitter.get().activeSubscriptions().stream().noneMatch(query -> query.getPayload() instanceof FindStock)) {
            return;
        }
        for (StockView stock : written) {
            emitter.get()
                    .emit(
                            FindStock.class,
                            query -> query.warehouse().equals(stock.warehouse())
                                    && query.skus().contains(stock.sku()),
                            stock);
        }
    }
}
