package io.daybook.query.orders;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.daybook.api.order.OrderQuery;
import io.daybook.api.order.OrderQuery.CustomerTotals;
import io.daybook.api.order.OrderQuery.FindCustomerOrders;
import io.daybook.api.order.OrderQuery.FindCustomerTotals;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.FindOrders;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.order.OrderView;
import io.daybook.query.projection.Reader;
import io.daybook.query.projection.ViewDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Answers {@link OrderQuery}. An answer's position is what the view had reached before its documents were read. */
class OrderQueryHandler {

    private final ViewDatabase database;
    private final Reader reader;

    OrderQueryHandler(ViewDatabase database, Reader reader) {
        this.database = database;
        this.reader = reader;
    }

    @QueryHandler
    CompletableFuture<OrderAnswer> handle(FindOrder query) {
        return reader.at(query.atLeast(), position -> {
            Document order = reader.documents()
                    .find(Filters.eq("_id", query.orderId().value()))
                    .first();
            return new OrderAnswer(order == null ? List.of() : List.of(OrderDocument.read(order)), position);
        });
    }

    @QueryHandler
    CompletableFuture<OrderPage> handle(FindCustomerOrders query) {
        Bson theirs = Filters.eq(OrderDocument.CUSTOMER, query.customerId().value());
        return page(theirs, query.page(), query.size(), query.atLeast());
    }

    @QueryHandler
    CompletableFuture<OrderPage> handle(FindOrders query) {
        return page(OrderSearch.of(query.filter()), query.page(), query.size(), query.atLeast());
    }

    @QueryHandler
    CompletableFuture<CustomerTotals> handle(FindCustomerTotals query) {
        return reader.at(query.atLeast(), position -> {
            Totals totals = new Totals();
            reader.documents()
                    .find(Filters.eq(OrderDocument.CUSTOMER, query.customerId().value()))
                    .projection(Projections.include(OrderDocument.STATE, OrderDocument.TOTAL))
                    .forEach(totals::add);
            return totals.answer(position);
        });
    }

    private CompletableFuture<OrderPage> page(Bson wanted, int page, int size, long atLeast) {
        return reader.at(atLeast, position -> {
            MongoCollection<Document> orders = reader.documents();
            List<OrderView> found = orders.find(wanted)
                    .sort(Sorts.orderBy(Sorts.descending(OrderDocument.PLACED_AT), Sorts.ascending("_id")))
                    .skip(page * size)
                    .limit(size)
                    .map(OrderDocument::read)
                    .into(new ArrayList<>());
            return new OrderPage(found, database.count(orders, wanted), page, size, position);
        });
    }
}
