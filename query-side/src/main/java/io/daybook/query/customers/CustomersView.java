package io.daybook.query.customers;

import io.daybook.api.customer.CustomerEvent;
import io.daybook.api.customer.CustomerEvent.CustomerRegistered;
import io.daybook.api.customer.CustomerEvent.TierChanged;
import io.daybook.api.customer.CustomerEvent.TierEarned;
import io.daybook.api.customer.CustomerEvent.TierLost;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.customer.Tier;
import io.daybook.query.projection.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One document per customer. */
final class CustomersView implements View<CustomerEvent, CustomerView> {

    static final String NAME = "customers";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Document> indexes() {
        return List.of(new Document("name", 1).append("_id", 1));
    }

    @Override
    public String id(CustomerEvent event) {
        return event.customerId().value();
    }

    @Override
    public boolean startsAfresh(CustomerEvent event) {
        return event instanceof CustomerRegistered;
    }

    @Override
    public @Nullable CustomerView fold(@Nullable CustomerView current, CustomerEvent event, Instant at, long position) {
        if (event instanceof CustomerRegistered registered) {
            return new CustomerView(registered.customerId(), registered.name(), Tier.STANDARD, position);
        } else if (event instanceof TierChanged changed && current != null) {
            return new CustomerView(current.customerId(), current.name(), changed.tier(), position);
        } else if (event instanceof TierEarned && current != null) {
            return new CustomerView(current.customerId(), current.name(), Tier.VIP, position);
        } else if (event instanceof TierLost && current != null) {
            return new CustomerView(current.customerId(), current.name(), Tier.STANDARD, position);
        }
        return current;
    }

    @Override
    public Set<Class<?>> audited() {
        return Set.of(CustomerEvent.class);
    }

    @Override
    public List<String> streams(String id) {
        return List.of(new CustomerId(id).stream());
    }

    @Override
    public Document write(CustomerView value) {
        return new Document("name", value.name()).append("tier", value.tier().name());
    }

    @Override
    public CustomerView read(Document document) {
        return new CustomerView(
                new CustomerId(document.getString("_id")),
                document.getString("name"),
                Tier.valueOf(document.getString("tier")),
                document.getLong("position"));
    }
}
