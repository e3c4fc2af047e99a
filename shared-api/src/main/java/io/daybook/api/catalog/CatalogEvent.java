package io.daybook.api.catalog;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** What happened to a product. */
public sealed interface CatalogEvent {

    Sku sku();

    @Revision("1")
    record ProductListed(Sku sku, String name, String description, String category, Money price, String picture)
            implements CatalogEvent {}

    @Revision("1")
    record ProductRevised(Sku sku, String name, String description, String category, String picture)
            implements CatalogEvent {}

    @Revision("1")
    record ProductRepriced(Sku sku, Money price) implements CatalogEvent {}

    @Revision("1")
    record ProductRetired(Sku sku, String reason) implements CatalogEvent {}
}
