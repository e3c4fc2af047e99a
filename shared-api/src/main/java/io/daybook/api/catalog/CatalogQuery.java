package io.daybook.api.catalog;

import io.daybook.api.Require;
import java.util.List;
import java.util.Set;

/** What can be asked of the catalogue. Each answer carries the position in the log that it reflects. */
public sealed interface CatalogQuery {

    /**
     * A page of the products on sale, answered with a {@link ProductPage}.
     *
     * @param words    words that name, description, category or code must all contain, by their beginnings; empty for all
     * @param category exact name of a category; empty for all
     * @param page     counted from 0
     * @param size     products on a page, 1 to 200
     */
    record FindProducts(String words, String category, int page, int size) implements CatalogQuery {
        public FindProducts {
            Require.that(words.length() <= 200, "q", "must have at most 200 characters");
            Require.between("page", page, 0, 100_000);
            Require.between("size", size, 1, 200);
        }
    }

    /** The same of all products, also those that are sold no more. */
    record FindAllProducts(String words, String category, int page, int size) implements CatalogQuery {
        public FindAllProducts {
            Require.that(words.length() <= 200, "q", "must have at most 200 characters");
            Require.between("page", page, 0, 100_000);
            Require.between("size", size, 1, 200);
        }
    }

    /** The products with these codes, whether on sale or not, answered with a {@link ProductList}; unknown ones are left out. */
    record FindProductsBySku(Set<Sku> skus) implements CatalogQuery {}

    /** All categories that have products on sale, by name, answered with a {@link CategoryList}. */
    record FindCategories() implements CatalogQuery {}

    record ProductPage(List<ProductView> products, long total, int page, int size, long position) {
        public int pages() {
            return (int) ((total + size - 1) / size);
        }
    }

    record ProductList(List<ProductView> products, long position) {}

    record CategoryList(List<CategoryView> categories, long position) {}

    record CategoryView(String name, long products) {}
}
