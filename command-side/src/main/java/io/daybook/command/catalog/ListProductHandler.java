package io.daybook.command.catalog;

import io.daybook.api.catalog.CatalogCommand.ListProduct;
import io.daybook.command.aggregate.Aggregates;
import org.axonframework.commandhandling.CommandHandler;

/** Opens a product for the command that lists it; what that means is the product's business. */
final class ListProductHandler {

    private final Aggregates<Product> products;

    ListProductHandler(Aggregates<Product> products) {
        this.products = products;
    }

    @CommandHandler
    void handle(ListProduct command) throws Exception {
        products.findOrOpen(command.sku(), () -> new Product(command.sku()))
                .execute(product -> product.handle(command));
    }
}
