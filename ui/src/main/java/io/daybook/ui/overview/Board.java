package io.daybook.ui.overview;

import java.util.List;

/**
 * The business at a glance, as staff see it.
 *
 * @param drift  what differs from the log by what the auditor has found; {@code –} where it cannot be asked
 * @param errors answers of this instance that were its own fault within the last minute, while somebody looked
 * @param deadLetters sequences of events that were put aside; more are said to be there where somebody did not answer
 */
public record Board(
        List<Count> states,
        int ordersAMinute,
        String revenueToday,
        List<TierLatency> latencies,
        long errors,
        long stuck,
        String deadLetters,
        String drift,
        List<Lag> lags) {

    /** Orders in a state. */
    public record Count(String name, String kind, String orders) {}

    /**
     * Times from placed to confirmed of a tier's orders.
     *
     * @param promised the tier's service level
     * @param kept     how many of a hundred were confirmed within the promised time
     * @param missed   whether these are fewer than were promised
     */
    public record TierLatency(
            String tier,
            long orders,
            String p50,
            String p95,
            String p99,
            String promised,
            String kept,
            boolean missed) {}

    /** Events of the log that a view does not reflect yet. */
    public record Lag(String view, long events) {}
}
