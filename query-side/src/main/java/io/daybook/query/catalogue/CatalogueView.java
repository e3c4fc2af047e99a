package io.daybook.query.catalogue;

import io.daybook.api.catalog.CatalogEvent;
import io.daybook.api.catalog.CatalogEvent.ProductListed;
import io.daybook.api.catalog.CatalogEvent.ProductRepriced;
import io.daybook.api.catalog.CatalogEvent.ProductRetired;
import io.daybook.api.catalog.CatalogEvent.ProductRevised;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.query.projection.Amount;
import io.daybook.query.projection.View;
import io.daybook.query.projection.Words;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One document per product, with the words it is found by. */
final class CatalogueView implements View<CatalogEvent, ProductView> {

    static final String NAME = "catalogue";
    static final String ON_SALE = "onSale";
    static final String CATEGORY = "category";
    static final String TERMS = "terms";
    /** What products are sorted by: the name as it is searched, so that capitals and accents do not count. */
    static final String SORT = "sort";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Document> indexes() {
        return List.of(new Document(ON_SALE, 1).append(SORT, 1).append("_id", 1), new Document(TERMS, 1));
    }

    @Override
    public String id(CatalogEvent event) {
        return event.sku().value();
    }

    @Override
    public boolean startsAfresh(CatalogEvent event) {
        return event instanceof ProductListed;
    }

    @Override
    public @Nullable ProductView fold(@Nullable ProductView current, CatalogEvent event, Instant at, long position) {
        if (event instanceof ProductListed listed) {
            return new ProductView(
                    listed.sku(),
                    listed.name(),
                    listed.description(),
                    listed.category(),
                    listed.price(),
                    listed.picture(),
                    true);
        } else if (current == null) {
            return null;
        } else if (event instanceof ProductRevised revised) {
            return new ProductView(
                    current.sku(),
                    revised.name(),
                    revised.description(),
                    revised.category(),
                    current.price(),
                    revised.picture(),
                    current.onSale());
        } else if (event instanceof ProductRepriced repriced) {
            return with(current, repriced.price(), current.onSale());
        } else if (event instanceof ProductRetired) {
            return with(current, current.price(), false);
        }
        return current;
    }

    private static ProductView with(ProductView product, org.joda.money.Money price, boolean onSale) {
        return new ProductView(
                product.sku(),
                product.name(),
                product.description(),
                product.category(),
                price,
                product.picture(),
                onSale);
    }

    @Override
    public Set<Class<?>> audited() {
        return Set.of(CatalogEvent.class);
    }

    @Override
    public List<String> streams(String id) {
        return List.of(id);
    }

    @Override
    public Document write(ProductView value) {
        return new Document("name", value.name())
                .append("description", value.description())
                .append(CATEGORY, value.category())
                .append("price", Amount.write(value.price()))
                .append("picture", value.picture())
                .append(ON_SALE, value.onSale())
                .append(SORT, Words.plain(value.name()))
                .append(TERMS, Words.of(value.sku().value(), value.name(), value.category(), value.description()));
    }

    @Override
    public ProductView read(Document document) {
        return new ProductView(
                new Sku(document.getString("_id")),
                document.getString("name"),
                document.getString("description"),
                document.getString(CATEGORY),
                Amount.read(document.get("price", Document.class)),
                document.getString("picture"),
                document.getBoolean(ON_SALE));
    }
}
