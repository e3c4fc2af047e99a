package io.daybook.command.catalog;

import io.daybook.command.aggregate.AggregateKind;
import io.daybook.command.aggregate.AggregateSettings;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;

/** Registers products with Axon. */
final class CatalogModule implements ConfigurerModule {

    private final AggregateKind<Product> products;

    CatalogModule(AggregateSettings settings) {
        products = AggregateKind.of(Product.class, settings);
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .configureAggregate(products.configurer())
                .registerCommandHandler(configuration -> new ListProductHandler(products.in(configuration)));
    }
}
