package io.daybook.bench.crash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the platform has promised its clients so far; added to by several threads. */
final class Acknowledgements {

    private final Map<String, String> orderByKey = new LinkedHashMap<>();
    private final Set<String> cancelled = new HashSet<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private final List<Violation> broken = new ArrayList<>();

    /** The platform took the order that was sent under this key. */
    synchronized void placed(String key, String orderId) {
        orderByKey.put(key, orderId);
    }

    /** The platform took the cancellation of this order. */
    synchronized void cancelled(String orderId) {
        cancelled.add(orderId);
    }

    /** The platform refused an order for good. */
    synchronized void refused(String cause) {
        refused.merge(cause, 1L, Long::sum);
    }

    /** The platform has forgotten somebody who had signed in. */
    synchronized void signInLost(String evidence) {
        broken.add(new Violation(Violation.Rule.SIGN_IN_SURVIVES, "operator", evidence));
    }

    synchronized Set<String> orders() {
        return new HashSet<>(orderByKey.values());
    }

    synchronized int placed() {
        return orderByKey.size();
    }

    synchronized Set<String> cancellations() {
        return Set.copyOf(cancelled);
    }

    synchronized Map<String, Long> refused() {
        return new TreeMap<>(refused);
    }

    /** Promises that were seen to be broken while they were made. */
    synchronized List<Violation> broken() {
        return List.copyOf(broken);
    }
}
