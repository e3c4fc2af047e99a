package io.daybook.bench.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of an order, as far as the platform says.
 *
 * @param status  HTTP status code
 * @param orderId empty when the platform did not take the order
 * @param state   for example {@code CONFIRMED}; empty when the platform did not take the order
 * @param reason  why it was rejected, cancelled or not taken; empty when it was not
 * @param outOfStock  whether it was rejected because there was not enough of a product
 * @param tier    that the order is treated by; empty when the platform did not take it
 * @param total   null when the platform did not say
 * @param inLog   from when it was placed to the last that happened to it, by the platform's clock; null when that did not say
 */
public record OrderAnswer(
        int status,
        String orderId,
        String state,
        String reason,
        boolean outOfStock,
        String tier,
        @Nullable BigDecimal total,
        @Nullable Duration inLog) {

    static OrderAnswer of(Reply reply) {
        JsonNode json = reply.json();
        if (!reply.ok()) {
            return new OrderAnswer(reply.status(), "", "", reply.summary(), false, "", null, null);
        }
        JsonNode amount = json.path("total").path("amount");
        return new OrderAnswer(
                reply.status(),
                json.path("orderId").asString(""),
                json.path("state").asString(""),
                json.path("reason").asString(""),
                !json.path("shortages").isEmpty(),
                json.path("tier").asString(""),
                amount.isMissingNode() ? null : new BigDecimal(amount.asString()),
                inLog(json));
    }

    private static @Nullable Duration inLog(JsonNode json) {
        JsonNode timeline = json.path("timeline");
        return timeline.isEmpty() ? null : Duration.between(at(timeline.get(0)), at(timeline.get(timeline.size() - 1)));
    }

    private static Instant at(JsonNode entry) {
        return Instant.parse(entry.path("at").asString());
    }

    public boolean taken() {
        return !orderId.isEmpty();
    }

    public boolean confirmed() {
        return state.equals("CONFIRMED") || state.equals("DISPATCHED");
    }

    /** Whether nothing more happens to the order by itself. */
    public boolean settled() {
        return taken() && !state.equals("PLACED") && !state.equals("CANCELLING");
    }

    /** Whether the platform could not say: the same request sent again will tell. */
    public boolean unclear() {
        return status == 429 || status >= 500;
    }

    /** Why there is no confirmed order, in words that are the same for all orders with the same cause. */
    public String cause() {
        if (outOfStock) {
            return "not enough stock";
        }
        if (taken()) {
            return state + (reason.isEmpty() ? "" : ": " + reason);
        }
        return reason;
    }
}
