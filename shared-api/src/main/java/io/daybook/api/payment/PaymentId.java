package io.daybook.api.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import io.daybook.api.order.OrderId;

/** Identifies the one payment of an order; it is also the idempotency key towards the payment provider. */
public record PaymentId(@JsonValue String value) implements Identifier {

    private static final String PREFIX = "payment-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentId {
        Require.text("paymentId", value, 80);
    }

    public static PaymentId of(OrderId orderId) {
        return new PaymentId(PREFIX + orderId);
    }

    /** The order that this payment is for. */
    public OrderId orderId() {
        Require.that(value.startsWith(PREFIX), "paymentId", "must start with " + PREFIX);
        return new OrderId(value.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
