package io.daybook.query.orders;

import com.mongodb.client.model.Filters;
import io.daybook.api.order.OrderFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What a filter demands of documents. */
final class OrderSearch {

    /** Comes after all characters of which an id may consist. */
    private static final String AFTER_ALL = "~";

    private static final int WHOLE_ID = 36;

    private OrderSearch() {}

    static Bson of(OrderFilter filter) {
        List<Bson> demands = new ArrayList<>();
        if (!filter.text().isEmpty()) {
            demands.add(text(filter.text()));
        }
        if (filter.customerId() != null) {
            demands.add(Filters.eq(OrderDocument.CUSTOMER, filter.customerId().value()));
        }
        if (filter.state() != null) {
            demands.add(Filters.eq(OrderDocument.STATE, filter.state().name()));
        }
        if (filter.tier() != null) {
            demands.add(Filters.eq(OrderDocument.TIER, filter.tier().name()));
        }
        return switch (demands.size()) {
            case 0 -> new Document();
            case 1 -> demands.get(0); // as it is, it is counted where an index leads
            default -> Filters.and(demands);
        };
    }

    private static Bson text(String text) {
        if (text.length() == WHOLE_ID) {
            return Filters.eq("_id", text);
        }
        return Filters.or(
                Filters.and(Filters.gte("_id", text), Filters.lt("_id", text + AFTER_ALL)),
                Filters.regex(
                        OrderDocument.SKUS, Pattern.compile(" " + Pattern.quote(text.toUpperCase(Locale.ROOT)) + " ")));
    }
}
