package io.daybook.query.customers;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.customer.CustomerQuery.FindCustomer;
import io.daybook.query.projection.ViewDatabase;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Answers questions about customers. */
class CustomerQueryHandler {

    private final MongoCollection<Document> customers;
    private final CustomersView view;

    CustomerQueryHandler(ViewDatabase database, CustomersView view) {
        this.customers = database.collection(CustomersView.NAME);
        this.view = view;
    }

    @QueryHandler
    @Nullable CustomerView handle(FindCustomer query) {
        Document customer =
                customers.find(Filters.eq("_id", query.customerId().value())).first();
        return customer == null ? null : view.read(customer);
    }
}
