package io.daybook.query.stock;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.StockList;
import io.daybook.query.projection.Reader;
import io.daybook.query.projection.ViewDatabase;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;

/** Answers questions about levels from the view. */
class StockQueryHandler {

    private final MongoCollection<Document> stock;
    private final StockLevels levels;
    private final Reader reader;

    StockQueryHandler(ViewDatabase database, StockLevels levels, Reader reader) {
        this.stock = database.collection(StockLevels.NAME);
        this.levels = levels;
        this.reader = reader;
    }

    @QueryHandler
    StockList handle(FindStock query) {
        long position = reader.position();
        List<String> ids = query.skus().stream()
                .map(sku -> StockId.of(query.warehouse(), sku).value())
                .toList();
        return new StockList(
                stock.find(Filters.in("_id", ids)).map(levels::read).into(new ArrayList<>()), position);
    }
}
