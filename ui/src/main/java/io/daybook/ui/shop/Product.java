package io.daybook.ui.shop;

import io.daybook.api.catalog.ProductView;
import io.daybook.ui.pages.Prices;
import io.daybook.ui.pictures.PictureLibrary;
import org.joda.money.Money;

/**
 * A product as the shop's pages show it.
 *
 * @param picture name of its picture's file
 */
public record Product(
        String sku,
        String name,
        String description,
        String category,
        Money unitPrice,
        String picture,
        boolean onSale,
        StockHint stock) {

    static Product of(ProductView product, StockHint stock) {
        String picture = product.picture() == null ? "" : product.picture();
        return new Product(
                product.sku().value(),
                product.name(),
                product.description(),
                product.category(),
                product.price(),
                PictureLibrary.file(picture),
                product.onSale(),
                stock);
    }

    /** What it costs, for people. */
    public String price() {
        return Prices.text(unitPrice);
    }
}
