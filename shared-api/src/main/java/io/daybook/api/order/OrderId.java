package io.daybook.api.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.api.Identifier;
import io.daybook.api.Require;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifies an order, and with it its payment and its reservation of stock. */
public record OrderId(@JsonValue String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        Require.matching("orderId", value, FORM, "must have 1 to 64 letters, digits or dashes");
    }

    /** A fresh identifier. */
    public static OrderId random() {
        return new OrderId(UUID.randomUUID().toString());
    }

    /** The order that this sender means by this key: the same pair always gives the same order. */
    public static OrderId of(String sender, String idempotencyKey) {
        String name = sender.length() + ":" + sender + idempotencyKey;
        return new OrderId(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
