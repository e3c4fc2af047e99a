package io.daybook.bench.retail;

import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.Reply;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Whether the customers of the file are VIPs who have spent enough, and nobody else.
 *
 * @param vipFrom pounds that make a VIP
 * @param vips    customers of the file whom the platform has as VIPs
 * @param counted customers whose confirmed orders come to as much
 * @param wrong   customers who are among the ones and not among the others
 * @param waits   of orders, by the tier that they were treated by
 */
record Tiers(BigDecimal vipFrom, int vips, int counted, Set<String> wrong, Map<String, Wait> waits) {

    private static final int PAGE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 500;

    /** How long orders took until they were settled, in milliseconds. */
    record Wait(int orders, long p50, long p99) {
        static Wait of(List<Long> millis) {
            List<Long> sorted = millis.stream().sorted().toList();
            return new Wait(sorted.size(), sorted.get(sorted.size() / 2), sorted.get((int) (sorted.size() * 0.99)));
        }
    }

    /** Promotions follow orders within seconds, and are waited for. */
    static Tiers check(Session session, Set<String> customers, Outcomes outcomes) throws IOException {
        try (DaybookClient client = session.client()) {
            BigDecimal vipFrom = new BigDecimal(
                    known(client.tierPolicy()).path("vipFrom").path("amount").asString());
            Set<String> counted = counted(outcomes.confirmed(), vipFrom);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                Set<String> vips = vips(client);
                vips.retainAll(customers);
                Set<String> wrong = new TreeSet<>(vips);
                wrong.removeAll(counted);
                counted.stream().filter(customer -> !vips.contains(customer)).forEach(wrong::add);
                if (wrong.isEmpty() || System.nanoTime() > end) {
                    return new Tiers(vipFrom, vips.size(), counted.size(), wrong, waits(outcomes));
                }
                LockSupport.parkNanos(Duration.ofMillis(PAUSE_MILLIS).toNanos());
            }
        }
    }

    private static Map<String, Wait> waits(Outcomes outcomes) {
        Map<String, Wait> waits = new TreeMap<>();
        outcomes.millisByTier().forEach((tier, millis) -> waits.put(tier, Wait.of(millis)));
        return waits;
    }

    static Set<String> counted(List<SalesOrder> confirmed, BigDecimal vipFrom) {
        Map<String, BigDecimal> spent = new HashMap<>();
        for (SalesOrder order : confirmed) {
            String customer = order.customerId();
            if (customer != null) {
                spent.merge(customer, order.total(), BigDecimal::add);
            }
        }
        Set<String> enough = new TreeSet<>();
        spent.forEach((customer, sum) -> {
            if (sum.compareTo(vipFrom) >= 0) {
                enough.add(customer);
            }
        });
        return enough;
    }

    private static Set<String> vips(DaybookClient client) throws IOException {
        Set<String> vips = new TreeSet<>();
        for (int page = 0; ; page++) {
            JsonNode found = known(client.customers(page, PAGE)).path("customers");
            for (JsonNode customer : found) {
                if (customer.path("tier").asString().equals("VIP")) {
                    vips.add(customer.path("customerId").asString());
                }
            }
            if (found.size() < PAGE) {
                return vips;
            }
        }
    }

    private static JsonNode known(Reply reply) throws IOException {
        if (!reply.ok()) {
            throw new IOException("The platform does not say who is a VIP: " + reply.summary());
        }
        return reply.json();
    }
}
