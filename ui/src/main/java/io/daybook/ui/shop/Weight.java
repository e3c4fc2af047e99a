package io.daybook.ui.shop;

import io.daybook.api.catalog.CatalogQuery.CategoryView;
import io.daybook.api.catalog.CatalogQuery.FindProducts;
import java.util.Collection;

/** About how many bytes of memory something remembered takes, rather too many than too few. */
final class Weight {

    /** An object with its fields, references and place in the cache. */
    private static final int OBJECT = 250;

    private static final int CHARACTER = 2;

    private Weight() {}

    static int of(Object thing) {
        if (thing instanceof Catalogue.Shelf shelf) {
            return OBJECT + of(shelf.products());
        }
        if (thing instanceof Collection<?> several) {
            return OBJECT + several.stream().mapToInt(Weight::of).sum();
        }
        if (thing instanceof Product product) {
            return 2 * OBJECT
                    + CHARACTER
                            * (product.name().length()
                                    + product.description().length()
                                    + product.category().length()
                                    + product.picture().length());
        }
        if (thing instanceof FindProducts query) {
            return OBJECT
                    + CHARACTER * (query.words().length() + query.category().length());
        }
        return thing instanceof CategoryView category
                ? OBJECT + CHARACTER * category.name().length()
                : OBJECT;
    }
}
