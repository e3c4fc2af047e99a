package io.daybook.ui.shop;

import io.daybook.api.catalog.CatalogQuery.CategoryView;
import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Products together with their stock. Throws {@link io.daybook.ui.pages.ViewUnavailable} when it cannot be asked. */
public interface Catalogue {

    /** Products at a time, with the number of all that match. */
    record Shelf(List<Product> products, long total, int pages) {

        /** Whether stock is shown that is not as fresh as it was to be. */
        public boolean updating() {
            return products.stream().anyMatch(product -> product.stock().updating());
        }
    }

    Shelf find(FindProducts query);

    /** All categories with products on sale. */
    List<CategoryView> categories();

    /** The products with these codes, by code; unknown ones are left out. */
    Map<Sku, Product> find(Collection<Sku> skus);

    default Optional<Product> find(Sku sku) {
        return Optional.ofNullable(find(Set.of(sku)).get(sku));
    }
}
