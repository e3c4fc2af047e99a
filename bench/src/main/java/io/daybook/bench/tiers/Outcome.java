package io.daybook.bench.tiers;

import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How the orders of a tier fared; also the shape of the JSON report.
 *
 * @param offered    a second
 * @param unsent     orders that were not sent by the end of the offer, as all senders waited for answers
 * @param taken      orders that the platform took
 * @param putOff     orders that it did not take for now, with a time to try again at
 * @param confirmed  orders confirmed by the end of the offer, by the platform's own figures
 * @param perSecond  of these, a second of the offer
 * @param millis     from when the order was to be sent until its sender knew that it was confirmed; null where senders did not
 *                   wait
 * @param inLog      of the same orders, from placed to confirmed by the platform's clock
 * @param rejected   orders that their senders saw rejected or cancelled; 0 where senders did not wait
 * @param unsettled  orders that were not settled when their senders gave up waiting; 0 where senders did not wait
 * @param failed     orders of which nothing was heard, by cause
 */
record Outcome(
        double offered,
        long unsent,
        long taken,
        long putOff,
        long confirmed,
        double perSecond,
        @Nullable Latency millis,
        @Nullable Latency inLog,
        long rejected,
        long unsettled,
        Map<String, Long> failed) {

    record Latency(double mean, double p50, double p90, double p99, double max) {

        /** @param micros a histogram of microseconds */
        static Latency of(Histogram micros) {
            return new Latency(
                    micros.getMean() / 1e3,
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(90) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3,
                    micros.getMaxValue() / 1e3);
        }
    }
}
