package io.daybook.query.customers;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.daybook.api.customer.CustomerEvent.TierChanged;
import io.daybook.api.customer.CustomerEvent.TierEarned;
import io.daybook.api.customer.CustomerEvent.TierLost;
import io.daybook.api.customer.CustomerEvent.TierReturned;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.CustomerPage;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.customer.CustomerQuery.FindCustomer;
import io.daybook.api.customer.CustomerQuery.FindCustomers;
import io.daybook.api.customer.CustomerQuery.FindCustomersById;
import io.daybook.api.customer.CustomerQuery.FindTierDecisions;
import io.daybook.api.customer.CustomerQuery.TierDecision;
import io.daybook.api.customer.CustomerQuery.TierDecisions;
import io.daybook.api.customer.Tier;
import io.daybook.query.projection.Reader;
import io.daybook.query.projection.ViewDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.serialization.SerializationException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Answers questions about customers. */
class CustomerQueryHandler {

    private static final String POLICY = "policy";

    private final ViewDatabase database;
    private final CustomersView view;
    private final Reader reader;
    private final EventStore log;

    CustomerQueryHandler(ViewDatabase database, CustomersView view, Reader reader, EventStore log) {
        this.database = database;
        this.view = view;
        this.reader = reader;
        this.log = log;
    }

    @QueryHandler
    @Nullable CustomerView handle(FindCustomer query) {
        Document customer = reader.documents()
                .find(Filters.eq("_id", query.customerId().value()))
                .first();
        return customer == null ? null : view.read(customer);
    }

    @QueryHandler
    CustomerPage handle(FindCustomersById query) {
        List<String> ids = query.customerIds().stream().map(CustomerId::value).toList();
        return page(Filters.in("_id", ids), 0, Math.max(1, ids.size()));
    }

    @QueryHandler
    CustomerPage handle(FindCustomers query) {
        String text = query.text().strip();
        String quoted = Pattern.quote(text);
        Bson wanted = text.isEmpty()
                ? new Document()
                : Filters.or(
                        Filters.regex("name", Pattern.compile("(^|\\s)" + quoted, Pattern.CASE_INSENSITIVE)),
                        Filters.regex("_id", Pattern.compile("^" + quoted)));
        return page(wanted, query.page(), query.size());
    }

    private CustomerPage page(Bson wanted, int page, int size) {
        long position = reader.position();
        MongoCollection<Document> customers = reader.documents();
        List<CustomerView> found = customers
                .find(wanted)
                .sort(Sorts.ascending("name", "_id"))
                .skip(page * size)
                .limit(size)
                .map(view::read)
                .into(new ArrayList<>());
        return new CustomerPage(found, database.count(customers, wanted), page, size, position);
    }

    @QueryHandler
    TierDecisions handle(FindTierDecisions query) {
        List<TierDecision> decisions = new ArrayList<>();
        log.readEvents(query.customerId().stream(), 0).forEachRemaining(message -> {
            TierDecision decision = decision(message);
            if (decision != null) {
                decisions.add(decision);
            }
        });
        Collections.reverse(decisions);
        return new TierDecisions(decisions);
    }

    /** Null also where it cannot be read. */
    private static @Nullable TierDecision decision(DomainEventMessage<?> message) {
        try {
            return decision(message.getPayload(), message.getTimestamp());
        } catch (SerializationException unreadable) {
            return null;
        }
    }

    private static @Nullable TierDecision decision(Object event, Instant at) {
        // A switch over patterns would say the same, from Java 21 on.
        if (event instanceof TierChanged changed) {
            return new TierDecision(at, changed.tier(), changed.reason(), changed.by());
        } else if (event instanceof TierReturned returned) {
            return new TierDecision(at, null, returned.reason(), returned.by());
        } else if (event instanceof TierEarned earned) {
            return new TierDecision(at, Tier.VIP, amounts(earned.spent(), earned.threshold()), POLICY);
        } else if (event instanceof TierLost lost) {
            return new TierDecision(at, Tier.STANDARD, amounts(lost.spent(), lost.threshold()), POLICY);
        }
        return null;
    }

    private static String amounts(Money spent, Money threshold) {
        return String.format(
                Locale.UK, "Has spent £%,.2f; VIPs from £%,.2f on", spent.getAmount(), threshold.getAmount());
    }
}
