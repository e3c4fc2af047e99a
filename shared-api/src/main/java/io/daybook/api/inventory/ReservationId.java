package io.daybook.api.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import io.daybook.api.order.OrderId;

/** Identifies an order's reservation of stock. */
public record ReservationId(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReservationId {
        Require.text("reservationId", value, 80);
    }

    public static ReservationId of(OrderId orderId) {
        return new ReservationId("reservation-" + orderId);
    }

    @Override
    public String toString() {
        return value;
    }
}
