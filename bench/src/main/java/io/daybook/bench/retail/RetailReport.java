package io.daybook.bench.retail;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay came to; also the shape of the JSON report.
 *
 * @param offered    what the orders that were placed ask for
 * @param confirmed  what the platform sold
 * @param violations what is not as it must be; empty when all is well
 */
record RetailReport(
        String command,
        Instant at,
        String file,
        int rows,
        Map<String, Integer> rowsThatAreNoOrders,
        int rowsUnreadable,
        List<UnreadableRow> unreadable,
        int rowsContradictingTheirOrder,
        int products,
        int customers,
        BigDecimal stockFactor,
        Figures offered,
        Figures confirmed,
        Map<String, Long> refused,
        Map<String, Long> failed,
        int unsettled,
        Balance balance,
        Tiers tiers,
        double seconds,
        double ordersPerSecond,
        List<String> violations) {

    private static final int MAX_SHOWN = 1_000;

    /**
     * The sum of some orders.
     *
     * @param rows             of the file
     * @param lines            of orders: rows of one product at one price are one line
     * @param revenue          in pounds
     * @param revenueByCountry in pounds
     */
    record Figures(
            int orders,
            int guestOrders,
            long rows,
            long lines,
            long units,
            BigDecimal revenue,
            Map<String, BigDecimal> revenueByCountry) {

        static Figures of(Collection<SalesOrder> orders) {
            Map<String, BigDecimal> byCountry = new TreeMap<>();
            orders.forEach(order -> byCountry.merge(order.country(), order.total(), BigDecimal::add));
            return new Figures(
                    orders.size(),
                    (int) orders.stream()
                            .filter(order -> order.customerId() == null)
                            .count(),
                    orders.stream().mapToLong(SalesOrder::rows).sum(),
                    orders.stream().mapToLong(order -> order.lines().size()).sum(),
                    orders.stream().mapToLong(SalesOrder::units).sum(),
                    byCountry.values().stream().reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add),
                    byCountry);
        }
    }

    static RetailReport of(
            String file,
            Sales sales,
            List<SalesOrder> orders,
            BigDecimal factor,
            Outcomes outcomes,
            Balance balance,
            Tiers tiers,
            double seconds) {
        List<String> violations = new ArrayList<>(outcomes.differing());
        balance.wrong()
                .forEach(product -> violations.add("product %s: opening %d is not sold %d + left %d"
                        .formatted(product.sku(), product.opening(), product.sold(), product.left())));
        outcomes.failed().forEach((cause, count) -> violations.add(count + " orders failed: " + cause));
        outcomes.unsettled().forEach(invoice -> violations.add("invoice " + invoice + " did not settle"));
        if (orders.isEmpty()) {
            violations.add("there was no order to place");
        }
        if (outcomes.count() != orders.size()) {
            violations.add("of %d orders, %d came to something".formatted(orders.size(), outcomes.count()));
        }
        tiers.wrong().forEach(customer -> violations.add("customer " + customer + " is in the wrong tier"));
        return new RetailReport(
                "retail",
                Instant.now(),
                file,
                sales.rows(),
                sales.excluded(),
                sales.unreadable().size(),
                sales.unreadable().stream().limit(MAX_SHOWN).toList(),
                sales.contradictions(),
                sales.products().size(),
                sales.customers().size(),
                factor,
                Figures.of(orders),
                Figures.of(outcomes.confirmed()),
                outcomes.refused(),
                outcomes.failed(),
                outcomes.unsettled().size(),
                balance,
                tiers,
                seconds,
                orders.size() / seconds,
                violations);
    }
}
