package io.daybook.query.stock;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.FindStockLevels;
import io.daybook.api.inventory.StockQuery.ListedStock;
import io.daybook.api.inventory.StockQuery.StockList;
import io.daybook.api.inventory.StockQuery.StockPage;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.query.projection.Reader;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Answers questions about levels from the view. */
class StockQueryHandler {

    private final ViewDatabase database;
    private final StockLevels levels;
    private final Reader reader;

    StockQueryHandler(ViewDatabase database, StockLevels levels, Reader reader) {
        this.database = database;
        this.levels = levels;
        this.reader = reader;
    }

    @QueryHandler
    CompletableFuture<StockList> handle(FindStock query) {
        return reader.at(query.atLeast(), position -> {
            List<String> ids = query.skus().stream()
                    .map(sku -> StockId.of(query.warehouse(), sku).value())
                    .toList();
            List<StockView> found = reader.documents()
                    .find(Filters.in("_id", ids))
                    .map(document -> levels.read(document).stock())
                    .into(new ArrayList<>());
            return new StockList(found, position);
        });
    }

    @QueryHandler
    StockPage handle(FindStockLevels query) {
        long position = reader.position();
        MongoCollection<Document> stock = reader.documents();
        Bson here = Filters.regex("_id", "^" + query.warehouse() + ":");
        Bson low = Filters.and(
                Filters.lt(StockLevels.AVAILABLE, query.lowBelow()), Filters.ne(StockLevels.RETIRED, true), here);
        List<Bson> conditions = new ArrayList<>();
        conditions.add(query.lowOnly() ? low : here);
        for (String word : Words.of(query.words())) {
            // Words consist of letters and digits only: nothing in them means anything in a regular expression.
            conditions.add(Filters.regex(StockLevels.TERMS, "^" + word));
        }
        Bson filter = Filters.and(conditions);
        List<ListedStock> page = stock.find(filter)
                .sort(query.lowOnly() ? Sorts.ascending(StockLevels.AVAILABLE, "_id") : Sorts.ascending("_id"))
                .skip(query.page() * query.size())
                .limit(query.size())
                .map(document -> levels.read(document).listed())
                .into(new ArrayList<>());
        return new StockPage(
                page, database.count(stock, filter), database.count(stock, low), query.page(), query.size(), position);
    }
}
