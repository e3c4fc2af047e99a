package io.daybook.ui.cart;

import io.daybook.api.catalog.Sku;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** How a cart is stored. */
final class CartDocument {

    private CartDocument() {}

    static Document write(String id, long version, Cart cart, Instant at) {
        return new Document("_id", id)
                .append("version", version)
                .append("changedAt", Date.from(at))
                .append("key", cart.key())
                .append(
                        "lines",
                        cart.lines().stream()
                                .map(line ->
                                        new Document("sku", line.sku().value()).append("quantity", line.quantity()))
                                .toList())
                .append(
                        "placed",
                        cart.placed().entrySet().stream()
                                .map(order -> new Document("key", order.getKey()).append("order", order.getValue()))
                                .toList())
                .append("merged", cart.merged());
    }

    static Cart read(Document stored) {
        Map<String, String> placed = new LinkedHashMap<>();
        for (Document order : stored.getList("placed", Document.class, List.of())) {
            placed.put(order.getString("key"), order.getString("order"));
        }
        return new Cart(
                stored.getString("key"),
                stored.getList("lines", Document.class, List.of()).stream()
                        .map(line -> new CartLine(new Sku(line.getString("sku")), line.getInteger("quantity", 0)))
                        .toList(),
                placed,
                stored.getList("merged", String.class, List.of()));
    }

    static long version(Document stored) {
        return stored.getLong("version");
    }
}
