package io.daybook.bench.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the REST API takes it.
 *
 * @param customerId for staff orders only: whose order it is; null for a guest's, or for one's own order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderRequest(
        @Nullable String customerId, List<Line> lines, Payment payment, ShippingAddress shippingAddress) {

    /** @param unitPrice in pounds, for staff orders only */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(String sku, int quantity, @Nullable BigDecimal unitPrice) {}

    public record Payment(String card) {}

    public record ShippingAddress(String name, String street, String city, String postcode, String country) {

        /** Where orders go that go nowhere in particular. */
        public static ShippingAddress anywhere() {
            return new ShippingAddress("Bench", "1 Test Lane", "London", "E1 1AA", "United Kingdom");
        }
    }

    /** An order that its sender places for a customer, at the prices that the lines say. */
    public static OrderRequest of(String customerId, List<Line> lines, Card card) {
        return new OrderRequest(customerId, lines, new Payment(card.number()), ShippingAddress.anywhere());
    }

    /** An order that its sender places for itself, at the catalogue's prices. */
    public static OrderRequest own(List<Line> lines, Card card) {
        return new OrderRequest(null, lines, new Payment(card.number()), ShippingAddress.anywhere());
    }
}
