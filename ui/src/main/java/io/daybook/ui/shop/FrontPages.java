package io.daybook.ui.shop;

import io.daybook.api.catalog.CatalogQuery.CategoryView;
import io.daybook.api.catalog.CatalogQuery.FindProducts;

/** The pages at which people come in, asked for now and then, so that they can be shown whenever the views are away. */
final class FrontPages {

    private final Catalogue catalogue;
    private final ShopSettings settings;

    FrontPages(Catalogue catalogue, ShopSettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    void refresh() {
        first("");
        catalogue.categories().stream().map(CategoryView::name).forEach(this::first);
    }

    private void first(String category) {
        catalogue.find(new FindProducts("", category, 0, settings.pageSize()));
    }
}
