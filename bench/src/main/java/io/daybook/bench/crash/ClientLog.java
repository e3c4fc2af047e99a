package io.daybook.bench.crash;

import io.daybook.bench.http.OrderAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What clients saw and when, in milliseconds of the clock; added to by many threads. */
final class ClientLog implements ClientWatch {

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    private final List<Failure> failures = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Long> confirmed = new ArrayList<>();

    private record Failure(long at, String how) {}

    private record Taken(long firstSent, long at) {}

    @Override
    public void taken(OrderAnswer answer, long firstSentMillis) {
        long now = System.currentTimeMillis();
        synchronized (this) {
            taken.add(new Taken(firstSentMillis, now));
            if (answer.confirmed()) {
                confirmed.add(now);
            }
        }
    }

    @Override
    public void failed(String how) {
        long now = System.currentTimeMillis();
        String same = IDENTIFIER.matcher(how).replaceAll("…");
        synchronized (this) {
            failures.add(new Failure(now, same));
        }
    }

    /** When clients learned that an order was confirmed. */
    synchronized Rates confirmed() {
        return Rates.of(confirmed);
    }

    /** Failed requests of this time, by how they failed. */
    synchronized Map<String, Long> failures(long from, long to) {
        Map<String, Long> counts = new TreeMap<>();
        for (Failure failure : failures) {
            if (failure.at() >= from && failure.at() < to) {
                counts.merge(failure.how(), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** The longest time, in milliseconds, from an order's first request to its acknowledgement, of those acknowledged then. */
    synchronized long slowest(long from, long to) {
        return taken.stream()
                .filter(order -> order.at() >= from && order.at() < to)
                .mapToLong(order -> order.at() - order.firstSent())
                .max()
                .orElse(0);
    }

    /** Whether anybody who had signed in was taken for a stranger. */
    synchronized boolean signInRefused() {
        return failures.stream().anyMatch(failure -> failure.how().startsWith("401"));
    }
}
