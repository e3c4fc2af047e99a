package io.daybook.bench.retail;

import io.daybook.bench.http.OrderAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of a file's orders; added to by several threads. */
final class Outcomes {

    private final List<SalesOrder> confirmed = new ArrayList<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<String, Long> failed = new TreeMap<>();
    private final List<String> unsettled = new ArrayList<>();
    private final Map<String, List<Long>> millisByTier = new TreeMap<>();
    private final List<String> differing = new ArrayList<>();

    /** @param millis from the first attempt to place it until it was settled */
    synchronized void add(SalesOrder order, OrderAnswer answer, long millis) {
        if (answer.settled()) {
            millisByTier
                    .computeIfAbsent(answer.tier(), tier -> new ArrayList<>())
                    .add(millis);
        }
        if (answer.confirmed()) {
            confirmed.add(order);
        } else if (answer.settled()) {
            refused.merge(answer.cause(), 1L, Long::sum);
        } else if (answer.taken()) {
            unsettled.add(order.invoice());
        } else {
            failed.merge(answer.cause(), 1L, Long::sum);
        }
        BigDecimal total = answer.total();
        if (total != null && total.compareTo(order.total()) != 0) {
            differing.add(
                    "invoice %s costs %s in the file and %s here".formatted(order.invoice(), order.total(), total));
        }
    }

    synchronized void addFailure(String cause) {
        failed.merge(cause, 1L, Long::sum);
    }

    synchronized List<SalesOrder> confirmed() {
        return List.copyOf(confirmed);
    }

    synchronized Map<String, List<Long>> millisByTier() {
        return millisByTier;
    }

    synchronized Map<String, Long> refused() {
        return refused;
    }

    synchronized Map<String, Long> failed() {
        return failed;
    }

    synchronized List<String> unsettled() {
        return unsettled;
    }

    /** Orders of which it is known what became of them, be it that they failed. */
    synchronized long count() {
        long others = unsettled.size()
                + refused.values().stream().mapToLong(Long::longValue).sum()
                + failed.values().stream().mapToLong(Long::longValue).sum();
        return confirmed.size() + others;
    }

    /** Orders whose total at the platform is not the file's. */
    synchronized List<String> differing() {
        return differing;
    }

    /** Units in confirmed orders, by product. */
    synchronized Map<String, Long> sold() {
        Map<String, Long> sold = new HashMap<>();
        confirmed.forEach(order ->
                order.lines().forEach(line -> sold.merge(line.sku(), (long) line.quantity(), Long::sum)));
        return sold;
    }
}
