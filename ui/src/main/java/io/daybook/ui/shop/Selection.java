package io.daybook.ui.shop;

import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.ui.pages.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What of the catalogue a visitor wants to see, as it stands in the address. */
public record Selection(String q, String category, int page) {

    private static final int MAX_WORDS = 200;

    static Selection of(@Nullable String q, @Nullable String category, @Nullable String page) {
        String words = q == null ? "" : q.strip();
        return new Selection(
                words.length() > MAX_WORDS ? words.substring(0, MAX_WORDS) : words,
                category == null ? "" : category,
                Paging.index(page));
    }

    public boolean everything() {
        return q.isEmpty() && category.isEmpty();
    }

    FindProducts query(int size) {
        return new FindProducts(q, category, page, size);
    }

    /** Its address without the page. */
    UriComponentsBuilder address(String base) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(base + "/");
        if (!q.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (!category.isEmpty()) {
            address.queryParam("category", "{category}");
        }
        return address.uriVariables(java.util.Map.of("q", q, "category", category));
    }
}
