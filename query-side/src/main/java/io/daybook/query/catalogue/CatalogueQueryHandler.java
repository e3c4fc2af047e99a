package io.daybook.query.catalogue;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.daybook.api.catalog.CatalogQuery.CategoryList;
import io.daybook.api.catalog.CatalogQuery.CategoryView;
import io.daybook.api.catalog.CatalogQuery.FindAllProducts;
import io.daybook.api.catalog.CatalogQuery.FindCategories;
import io.daybook.api.catalog.CatalogQuery.FindProducts;
import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.CatalogQuery.ProductPage;
import io.daybook.api.catalog.Sku;
import io.daybook.query.projection.Reader;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.Words;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Answers questions about products. Words are matched by prefix regular expressions and not by {@code $text}, which knows
 * no prefixes and does not exist on the embedded server.
 */
class CatalogueQueryHandler {

    private final ViewDatabase database;
    private final CatalogueView view;
    private final Reader reader;

    CatalogueQueryHandler(ViewDatabase database, CatalogueView view, Reader reader) {
        this.database = database;
        this.view = view;
        this.reader = reader;
    }

    @QueryHandler
    ProductPage handle(FindProducts query) {
        List<Bson> conditions = conditions(query.words(), query.category());
        conditions.add(Filters.eq(CatalogueView.ON_SALE, true));
        return page(Filters.and(conditions), query.page(), query.size());
    }

    @QueryHandler
    ProductPage handle(FindAllProducts query) {
        List<Bson> conditions = conditions(query.words(), query.category());
        return page(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions), query.page(), query.size());
    }

    private ProductPage page(Bson filter, int page, int size) {
        long position = reader.position();
        MongoCollection<Document> products = reader.documents();
        var found = products.find(filter)
                .sort(Sorts.ascending(CatalogueView.SORT, "_id"))
                .skip(page * size)
                .limit(size)
                .projection(Projections.exclude(CatalogueView.TERMS, CatalogueView.SORT))
                .map(view::read)
                .into(new ArrayList<>());
        return new ProductPage(found, database.count(products, filter), page, size, position);
    }

    private static List<Bson> conditions(String words, String category) {
        List<Bson> conditions = new ArrayList<>();
        if (!category.isBlank()) {
            conditions.add(Filters.eq(CatalogueView.CATEGORY, category));
        }
        for (String word : Words.of(words)) {
            // Words consist of letters and digits only: nothing in them means anything in a regular expression.
            conditions.add(Filters.regex(CatalogueView.TERMS, "^" + word));
        }
        return conditions;
    }

    @QueryHandler
    ProductList handle(FindProductsBySku query) {
        long position = reader.position();
        List<String> ids = query.skus().stream().map(Sku::value).toList();
        return new ProductList(
                reader.documents().find(Filters.in("_id", ids)).map(view::read).into(new ArrayList<>()), position);
    }

    @QueryHandler
    CategoryList handle(FindCategories query) {
        long position = reader.position();
        List<CategoryView> categories = reader.documents()
                .aggregate(List.of(
                        Aggregates.match(Filters.eq(CatalogueView.ON_SALE, true)),
                        Aggregates.group("$" + CatalogueView.CATEGORY, Accumulators.sum("products", 1)),
                        Aggregates.sort(Sorts.ascending("_id"))))
                .map(group -> new CategoryView(
                        group.getString("_id"),
                        group.get("products", Number.class).longValue()))
                .into(new ArrayList<>());
        return new CategoryList(categories, position);
    }
}
