package io.daybook.bench.retail;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order of a sales file, put together row by row. Rows of one product at one price are one line; at different prices
 * they stay lines of their own, so that the order costs what it did, to the penny.
 */
final class SalesOrder {

    private final String invoice;
    private final LocalDateTime at;
    private final @Nullable String customerId;
    private final String country;
    private final Map<Product, Integer> quantities = new LinkedHashMap<>();
    private int rows;

    private record Product(String sku, BigDecimal price) {}

    /** So many units of a product at a price. */
    record Line(String sku, BigDecimal price, int quantity) {}

    SalesOrder(SalesRow first) {
        this.invoice = first.invoice();
        this.at = first.at();
        this.customerId = first.customerId();
        this.country = first.country();
    }

    void add(SalesRow row) {
        quantities.merge(new Product(row.code(), row.price().setScale(2)), row.quantity(), Math::addExact);
        rows++;
    }

    String invoice() {
        return invoice;
    }

    /** When its first row was written. */
    LocalDateTime at() {
        return at;
    }

    @Nullable String customerId() {
        return customerId;
    }

    String country() {
        return country;
    }

    int rows() {
        return rows;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>(quantities.size());
        quantities.forEach((product, quantity) -> lines.add(new Line(product.sku(), product.price(), quantity)));
        return lines;
    }

    BigDecimal total() {
        return lines().stream()
                .map(line -> line.price().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    long units() {
        return quantities.values().stream().mapToLong(Integer::longValue).sum();
    }
}
