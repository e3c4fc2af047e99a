package io.daybook.command.catalog;

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
import io.daybook.command.RefusedWith;
import io.daybook.command.aggregate.AggregateCache;
import io.daybook.command.aggregate.Aggregates;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static final Sku SKU = new Sku("85123A");
    private static final Money PRICE = Money.of(CurrencyUnit.GBP, 2.55);

    private static final ListProduct LIST = new ListProduct(SKU, "Holder", "White", "Home", PRICE, "heart");
    private static final ReviseProduct REVISE = new ReviseProduct(SKU, "Holder", "Red", "Home", "heart");
    private static final RepriceProduct REPRICE = new RepriceProduct(SKU, PRICE.plus(1));
    private static final RetireProduct RETIRE = new RetireProduct(SKU, "out of fashion");

    private static final ProductListed LISTED = new ProductListed(SKU, "Holder", "White", "Home", PRICE, "heart");
    private static final ProductRevised REVISED = new ProductRevised(SKU, "Holder", "Red", "Home", "heart");
    private static final ProductRepriced REPRICED = new ProductRepriced(SKU, PRICE.plus(1));
    private static final ProductRetired RETIRED = new ProductRetired(SKU, "out of fashion");

    @Test
    void a_product_is_listed() {
        given().whenSent(LIST).expectEvents(LISTED);
    }

    @Test
    void listing_what_is_listed_changes_nothing() {
        given(LISTED).whenSent(LIST).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void listing_it_with_another_text_or_price_is_a_conflict() {
        given(LISTED, REVISED).whenSent(LIST).expectException(new RefusedWith(Refusal.Code.CONFLICT));
        given(LISTED, REPRICED).whenSent(LIST).expectException(new RefusedWith(Refusal.Code.CONFLICT));
    }

    @Test
    void listing_it_as_it_is_by_now_changes_nothing() {
        ListProduct asItIs = new ListProduct(SKU, "Holder", "Red", "Home", PRICE.plus(1), "heart");

        given(LISTED, REVISED, REPRICED)
                .whenSent(asItIs)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void it_is_revised_and_repriced_once() {
        given(LISTED).whenSent(REVISE).expectEvents(REVISED);
        given(LISTED, REVISED).whenSent(REVISE).expectNoEvents();
        given(LISTED).whenSent(REPRICE).expectEvents(REPRICED);
        given(LISTED, REPRICED).whenSent(REPRICE).expectNoEvents();
    }

    @Test
    void it_is_retired_once_and_for_good() {
        given(LISTED).whenSent(RETIRE).expectEvents(RETIRED);
        given(LISTED, RETIRED).whenSent(RETIRE).expectNoEvents();
        for (Object command : new Object[] {LIST, REVISE, REPRICE}) {
            given(LISTED, RETIRED).whenSent(command).expectException(new RefusedWith(Refusal.Code.NOT_ALLOWED_NOW));
        }
    }

    private interface When {
        ResultValidator<Product> whenSent(Object command);
    }

    private static When given(Object... history) {
        AggregateTestFixture<Product> fixture = new AggregateTestFixture<>(Product.class);
        fixture.registerAnnotatedCommandHandler(new ListProductHandler(new Aggregates<>(
                fixture.getRepository(),
                id -> history.length == 0 ? Optional.empty() : Optional.of(0L),
                new AggregateCache(1))));
        return command -> fixture.given(history).when(command);
    }
}
