package io.daybook.bench.retail;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a sales file says about a product that was sold. */
final class SoldProduct {

    private static final int LONGEST_NAME = 200;

    private final String sku;
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final Map<BigDecimal, Integer> prices = new LinkedHashMap<>();
    private long units;

    SoldProduct(String sku) {
        this.sku = sku;
    }

    void add(SalesRow row) {
        if (!row.description().isEmpty()) {
            names.merge(row.description(), 1, Integer::sum);
        }
        prices.merge(row.price().setScale(2), 1, Integer::sum);
        units += row.quantity();
    }

    String sku() {
        return sku;
    }

    /** What it is called most often in its sales; the earliest of several. */
    String name() {
        String name = names.isEmpty() ? "Product " + sku : mostFrequent(names);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** What it costs most often, in pounds; the earliest of several. */
    BigDecimal price() {
        return mostFrequent(prices);
    }

    /** How many units the file's orders ask for. */
    long units() {
        return units;
    }

    private static <T> T mostFrequent(Map<T, Integer> counts) {
        T best = null;
        int most = 0;
        for (Map.Entry<T, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        if (best == null) {
            throw new IllegalStateException("Nothing was counted");
        }
        return best;
    }
}
