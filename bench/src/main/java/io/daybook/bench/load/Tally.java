package io.daybook.bench.load;

import io.daybook.bench.http.OrderAnswer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What one client saw; added up when all are done. Not for several threads. */
final class Tally {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    /** From request to confirmation, in microseconds. */
    private final Histogram confirmed = new Histogram(LONGEST_MICROS, DIGITS);

    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<String, Long> failed = new TreeMap<>();
    private long unsettled;

    void add(OrderAnswer answer, long nanos) {
        if (answer.confirmed()) {
            confirmed.recordValue(Math.min(TimeUnit.NANOSECONDS.toMicros(nanos), LONGEST_MICROS));
        } else if (answer.settled()) {
            refused.merge(answer.cause(), 1L, Long::sum);
        } else if (answer.taken()) {
            unsettled++;
        } else {
            failed.merge(answer.cause(), 1L, Long::sum);
        }
    }

    void addFailure(Exception failure) {
        failed.merge(String.valueOf(failure.getMessage()), 1L, Long::sum);
    }

    void addAll(Tally other) {
        confirmed.add(other.confirmed);
        other.refused.forEach((cause, count) -> refused.merge(cause, count, Long::sum));
        other.failed.forEach((cause, count) -> failed.merge(cause, count, Long::sum));
        unsettled += other.unsettled;
    }

    long confirmed() {
        return confirmed.getTotalCount();
    }

    long unsettled() {
        return unsettled;
    }

    /** Orders that were taken and rejected, by cause. */
    Map<String, Long> refused() {
        return refused;
    }

    /** Orders that were not taken, or of which nothing was heard, by cause. */
    Map<String, Long> failed() {
        return failed;
    }

    double millisAt(double percentile) {
        return confirmed.getValueAtPercentile(percentile) / 1e3;
    }

    double maxMillis() {
        return confirmed.getMaxValue() / 1e3;
    }

    double meanMillis() {
        return confirmed.getMean() / 1e3;
    }
}
