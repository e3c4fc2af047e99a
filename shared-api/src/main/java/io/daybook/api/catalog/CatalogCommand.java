package io.daybook.api.catalog;

import io.daybook.api.Require;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/**
 * What can be asked of a product. What says nothing new happens once, however often it is sent; but a revision or a price that
 * is sent again after another one takes that back, and both are refused once the product is retired.
 */
public sealed interface CatalogCommand {

    /** Characters that a description has at most. */
    int MAX_DESCRIPTION = 4_000;

    Sku sku();

    private static String description(String text) {
        String description = text.strip();
        Require.that(
                description.length() <= MAX_DESCRIPTION,
                "description",
                "must have at most %d characters".formatted(MAX_DESCRIPTION));
        return description;
    }

    /**
     * Offers a new product for sale.
     *
     * @param picture name of its picture; empty for none
     */
    record ListProduct(
            @TargetAggregateIdentifier @RoutingKey Sku sku,
            String name,
            String description,
            String category,
            Money price,
            String picture)
            implements CatalogCommand {
        public ListProduct {
            name = Require.text("name", name, 200);
            description = CatalogCommand.description(description);
            category = Require.text("category", category, 80);
            Require.that(price.isPositive(), "price", "must be more than zero");
        }
    }

    /** Changes how a product is described. */
    record ReviseProduct(
            @TargetAggregateIdentifier @RoutingKey Sku sku,
            String name,
            String description,
            String category,
            String picture)
            implements CatalogCommand {
        public ReviseProduct {
            name = Require.text("name", name, 200);
            description = CatalogCommand.description(description);
            category = Require.text("category", category, 80);
        }
    }

    /** Changes what a product costs from now on; orders already placed keep their price. */
    record RepriceProduct(
            @TargetAggregateIdentifier @RoutingKey Sku sku, Money price) implements CatalogCommand {
        public RepriceProduct {
            Require.that(price.isPositive(), "price", "must be more than zero");
        }
    }

    /** Takes a product off sale for good. */
    record RetireProduct(
            @TargetAggregateIdentifier @RoutingKey Sku sku, String reason) implements CatalogCommand {
        public RetireProduct {
            reason = Require.text("reason", reason, 500);
        }
    }
}
