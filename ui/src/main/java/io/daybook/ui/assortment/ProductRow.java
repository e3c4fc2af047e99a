package io.daybook.ui.assortment;

import io.daybook.api.catalog.ProductView;
import io.daybook.ui.pages.Prices;
import io.daybook.ui.pictures.PictureLibrary;

/**
 * A product in the staff's list.
 *
 * @param file its picture's
 */
public record ProductRow(String sku, String name, String category, String price, String file, boolean onSale) {

    static ProductRow of(ProductView product) {
        return new ProductRow(
                product.sku().value(),
                product.name(),
                product.category(),
                Prices.text(product.price()),
                PictureLibrary.file(product.picture() == null ? "" : product.picture()),
                product.onSale());
    }
}
