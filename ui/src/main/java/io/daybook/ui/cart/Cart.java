package io.daybook.ui.cart;

import io.daybook.api.catalog.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody means to buy, in the order in which they chose it. Changing it gives another cart.
 *
 * @param key    the idempotency key of the order that this cart becomes; a new one once it has
 * @param placed the orders it became lately, by their keys, oldest first
 * @param merged carts that were poured into this one, so that none is twice
 */
public record Cart(String key, List<CartLine> lines, Map<String, String> placed, List<String> merged) {

    /** Different products in a cart at most. */
    static final int MAX_LINES = 100;

    /** Units of one product at most. */
    public static final int MAX_QUANTITY = 999;

    private static final int REMEMBERED = 10;

    static Cart empty() {
        return new Cart(UUID.randomUUID().toString(), List.of(), Map.of(), List.of());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Units of all products. */
    public int units() {
        return lines.stream().mapToInt(CartLine::quantity).sum();
    }

    public Optional<CartLine> line(Sku sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    /** With so many units more, as far as a cart goes. */
    Cart with(Sku sku, int more) {
        int before = line(sku).map(CartLine::quantity).orElse(0);
        return set(sku, Math.min(MAX_QUANTITY, before + more));
    }

    /** With exactly so many units; none takes the product out. */
    Cart set(Sku sku, int quantity) {
        List<CartLine> changed = new ArrayList<>(lines);
        CartLine wanted = new CartLine(sku, Math.min(MAX_QUANTITY, quantity));
        int at = indexOf(sku);
        if (at < 0 && quantity > 0 && lines.size() < MAX_LINES) {
            changed.add(wanted);
        } else if (at >= 0 && quantity > 0) {
            changed.set(at, wanted);
        } else if (at >= 0) {
            changed.remove(at);
        }
        return new Cart(key, List.copyOf(changed), placed, merged);
    }

    /** With all of another cart poured in; poured in again, nothing changes. */
    Cart pour(String otherId, Cart other) {
        if (merged.contains(otherId)) {
            return this;
        }
        Cart sum = this;
        for (CartLine line : other.lines) {
            sum = sum.with(line.sku(), line.quantity());
        }
        List<String> remembered = new ArrayList<>(merged);
        remembered.add(otherId);
        return new Cart(sum.key, sum.lines, sum.placed, newest(remembered));
    }

    /** Empty, when it had this key: it has become the order, and the next order needs another key. */
    Cart becameOrder(String orderKey, String orderId) {
        if (!key.equals(orderKey)) {
            return this;
        }
        Map<String, String> orders = new LinkedHashMap<>(placed);
        orders.put(orderKey, orderId);
        if (orders.size() > REMEMBERED) {
            orders.remove(orders.keySet().iterator().next());
        }
        return new Cart(UUID.randomUUID().toString(), List.of(), orders, merged);
    }

    /** With the same goods under another key, for the key was used up by an order with other content. */
    Cart renewed(String usedKey) {
        return key.equals(usedKey) ? new Cart(UUID.randomUUID().toString(), lines, placed, merged) : this;
    }

    private int indexOf(Sku sku) {
        return lines.stream().map(CartLine::sku).toList().indexOf(sku);
    }

    private static List<String> newest(List<String> ids) {
        return List.copyOf(ids.subList(Math.max(0, ids.size() - REMEMBERED), ids.size()));
    }
}
