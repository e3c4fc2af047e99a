package io.daybook.query.stock;

import io.daybook.api.catalog.CatalogEvent;
import io.daybook.api.catalog.CatalogEvent.ProductListed;
import io.daybook.api.catalog.CatalogEvent.ProductRetired;
import io.daybook.api.catalog.CatalogEvent.ProductRevised;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.query.projection.View;
import io.daybook.query.projection.Words;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One document per warehouse and product. Movements carry the level after them, so the last one by position says it all. From
 * the catalogue it learns what products are called, so that they can be found by name, also those never stocked.
 */
final class StockLevels implements View<Object, ProductStock> {

    static final String NAME = "stock";
    static final String AVAILABLE = "available";
    static final String RETIRED = "retired";
    static final String TERMS = "terms";

    private final Supplier<QueryUpdateEmitter> emitter;

    StockLevels(Supplier<QueryUpdateEmitter> emitter) {
        this.emitter = emitter;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Document> indexes() {
        return List.of(new Document(AVAILABLE, 1).append("_id", 1), new Document(TERMS, 1));
    }

    @Override
    public String id(Object event) {
        return key(event).value();
    }

    private static StockId key(Object event) {
        return event instanceof StockEvent movement
                ? StockId.of(movement.warehouse(), movement.sku())
                : StockId.of(WarehouseId.MAIN, ((CatalogEvent) event).sku());
    }

    @Override
    public boolean startsAfresh(Object event) {
        return false;
    }

    @Override
    public ProductStock fold(@Nullable ProductStock current, Object event, Instant at, long position) {
        if (event instanceof StockEvent movement) {
            return Objects.requireNonNullElseGet(current, () -> none(movement.warehouse(), movement.sku()))
                    .at(movement.level());
        }
        CatalogEvent change = (CatalogEvent) event;
        ProductStock known = Objects.requireNonNullElseGet(current, () -> none(WarehouseId.MAIN, change.sku()));
        if (change instanceof ProductListed listed) {
            return known.named(listed.name());
        } else if (change instanceof ProductRevised revised) {
            return known.named(revised.name());
        }
        return change instanceof ProductRetired ? known.soldNoMore() : known;
    }

    private static ProductStock none(WarehouseId warehouse, Sku sku) {
        return new ProductStock(new StockView(warehouse, sku, StockLevel.NONE), "", false);
    }

    @Override
    public Set<Class<?>> audited() {
        return Set.of(StockEvent.class, CatalogEvent.class);
    }

    @Override
    public List<String> streams(String id) {
        String listed = WarehouseId.MAIN + ":";
        return id.startsWith(listed) ? List.of(id, id.substring(listed.length())) : List.of(id);
    }

    @Override
    public Document write(ProductStock value) {
        StockLevel level = value.stock().level();
        return new Document("onHand", level.onHand())
                .append("reserved", level.reserved())
                .append(AVAILABLE, level.available())
                .append("name", value.name())
                .append(RETIRED, value.retired())
                .append(TERMS, Words.of(value.stock().sku().value(), value.name()));
    }

    @Override
    public ProductStock read(Document document) {
        String id = document.getString("_id");
        int colon = id.indexOf(':');
        StockView stock = new StockView(
                new WarehouseId(id.substring(0, colon)),
                new Sku(id.substring(colon + 1)),
                new StockLevel(document.getInteger("onHand"), document.getInteger("reserved")));
        // Documents of an earlier release have no name.
        return new ProductStock(
                stock, Objects.requireNonNullElse(document.getString("name"), ""), document.getBoolean(RETIRED, false));
    }

    @Override
    public void published(List<ProductStock> written) {
        if (emitter.get().activeSubscriptions().stream().noneMatch(query -> query.getPayload() instanceof FindStock)) {
            return;
        }
        for (ProductStock product : written) {
            StockView stock = product.stock();
            emitter.get()
                    .emit(
                            FindStock.class,
                            query -> query.warehouse().equals(stock.warehouse())
                                    && query.skus().contains(stock.sku()),
                            stock);
        }
    }
}
