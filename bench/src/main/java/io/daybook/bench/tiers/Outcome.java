package io.daybook.bench.tiers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the orders of a tier fared; also the shape of the JSON report.
 *
 * @param offered    a second
 * @param taken      orders that the platform took
 * @param putOff     orders that it did not take for now, with a time to try again at
 * @param confirmed  orders confirmed by the end of the offer, by the platform's own figures
 * @param perSecond  of these, a second of the offer
 * @param millis     from when the order was to be sent until its sender knew that it was confirmed; null where senders did not
 *                   wait
 * @param rejected   orders that their senders saw rejected or cancelled; 0 where senders did not wait
 * @param unsettled  orders that were not settled when their senders gave up waiting; 0 where senders did not wait
 * @param failed     orders of which nothing was heard, by cause
 */
record Outcome(
        double offered,
        long taken,
        long putOff,
        long confirmed,
        double perSecond,
        @Nullable Latency millis,
        long rejected,
        long unsettled,
        Map<String, Long> failed) {

    record Latency(double mean, double p50, double p90, double p99, double max) {}
}
