package io.daybook.bench.retail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is in a sales file: orders, the products in them, and what is neither, counted. */
final class Sales {

    private final Map<String, SalesOrder> orders = new LinkedHashMap<>();
    private final Map<String, SoldProduct> products = new TreeMap<>();
    private final Map<Exclusion, Integer> excluded = new EnumMap<>(Exclusion.class);
    private final List<UnreadableRow> unreadable = new ArrayList<>();
    private int rows;
    private int contradictions;

    void add(SalesRow row) {
        rows++;
        Exclusion exclusion = Exclusion.of(row);
        if (exclusion != null) {
            excluded.merge(exclusion, 1, Integer::sum);
            return;
        }
        SalesOrder order = orders.computeIfAbsent(row.invoice(), invoice -> new SalesOrder(row));
        if (!Objects.equals(order.customerId(), row.customerId())
                || !order.country().equals(row.country())) {
            contradictions++;
        }
        order.add(row);
        products.computeIfAbsent(row.code(), SoldProduct::new).add(row);
    }

    void add(UnreadableRow row) {
        rows++;
        unreadable.add(row);
    }

    /** Rows of the file but for the header, the unreadable ones included. */
    int rows() {
        return rows;
    }

    /** In order of time; those of one moment as they stand in the file. */
    List<SalesOrder> orders() {
        List<SalesOrder> sorted = new ArrayList<>(orders.values());
        sorted.sort(Comparator.comparing(SalesOrder::at));
        return sorted;
    }

    /** By code. */
    Map<String, SoldProduct> products() {
        return products;
    }

    /** Customers who placed an order, guests not counted. */
    List<String> customers() {
        TreeSet<String> customers = new TreeSet<>();
        for (SalesOrder order : orders.values()) {
            String customer = order.customerId();
            if (customer != null) {
                customers.add(customer);
            }
        }
        return List.copyOf(customers);
    }

    /** Rows that are no lines of orders, by reason. */
    Map<String, Integer> excluded() {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        excluded.forEach((exclusion, count) -> reasons.put(exclusion.reason(), count));
        return reasons;
    }

    List<UnreadableRow> unreadable() {
        return unreadable;
    }

    /** Rows whose customer or country is not that of their order's first row, which counts. */
    int contradictions() {
        return contradictions;
    }
}
