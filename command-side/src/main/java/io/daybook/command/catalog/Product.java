package io.daybook.command.catalog;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.catalog.CatalogCommand.ListProduct;
import io.daybook.api.catalog.CatalogCommand.RepriceProduct;
import io.daybook.api.catalog.CatalogCommand.RetireProduct;
import io.daybook.api.catalog.CatalogCommand.ReviseProduct;
import io.daybook.api.catalog.CatalogEvent.ProductListed;
import io.daybook.api.catalog.CatalogEvent.ProductRepriced;
import io.daybook.api.catalog.CatalogEvent.ProductRetired;
import io.daybook.api.catalog.CatalogEvent.ProductRevised;
import io.daybook.api.catalog.Sku;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A product: listed once, revised and repriced at will, retired for good. */
final class Product {

    @AggregateIdentifier
    private Sku sku;

    private @Nullable Description description;
    private @Nullable Money price;
    private boolean retired;

    private record Description(String name, String text, String category, String picture) {}

    /** For Axon, to be filled by events. */
    @SuppressWarnings("NullAway.Init")
    Product() {}

    /** A product that nobody has listed yet. */
    Product(Sku sku) {
        this.sku = sku;
    }

    /** Listing it again says nothing new only if it says what the product is now. */
    void handle(ListProduct command) {
        Description wanted =
                new Description(command.name(), command.description(), command.category(), command.picture());
        if (description == null) {
            apply(new ProductListed(
                    command.sku(),
                    command.name(),
                    command.description(),
                    command.category(),
                    command.price(),
                    command.picture()));
            return;
        }
        refuseIfRetired();
        if (!description.equals(wanted) || !command.price().equals(price)) {
            throw new CommandRefused(Refusal.Code.CONFLICT, "Product %s is listed already, and differs".formatted(sku));
        }
    }

    @CommandHandler
    void handle(ReviseProduct command) {
        refuseIfRetired();
        Description wanted =
                new Description(command.name(), command.description(), command.category(), command.picture());
        if (!wanted.equals(description)) {
            apply(new ProductRevised(
                    sku, command.name(), command.description(), command.category(), command.picture()));
        }
    }

    @CommandHandler
    void handle(RepriceProduct command) {
        refuseIfRetired();
        if (!command.price().equals(price)) {
            apply(new ProductRepriced(sku, command.price()));
        }
    }

    @CommandHandler
    void handle(RetireProduct command) {
        if (!retired) {
            apply(new ProductRetired(sku, command.reason()));
        }
    }

    private void refuseIfRetired() {
        if (retired) {
            throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "Product %s is retired".formatted(sku));
        }
    }

    @EventSourcingHandler
    void on(ProductListed event) {
        sku = event.sku();
        description = new Description(event.name(), event.description(), event.category(), event.picture());
        price = event.price();
    }

    @EventSourcingHandler
    void on(ProductRevised event) {
        description = new Description(event.name(), event.description(), event.category(), event.picture());
    }

    @EventSourcingHandler
    void on(ProductRepriced event) {
        price = event.price();
    }

    @EventSourcingHandler
    void on(ProductRetired event) {
        retired = true;
    }
}
