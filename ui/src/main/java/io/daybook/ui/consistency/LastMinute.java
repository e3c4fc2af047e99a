package io.daybook.ui.consistency;

import io.daybook.ui.stock.ShownStock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Reads of one kind within a span of time, each with how long it took. */
final class LastMinute {

    /** @param stock null when there was no answer */
    private record Read(Instant at, double millis, @Nullable ShownStock stock) {}

    private final Duration span;
    private final Deque<Read> reads = new ArrayDeque<>();

    LastMinute(Duration span) {
        this.span = span;
    }

    void add(Instant at, double millis, @Nullable ShownStock stock) {
        reads.addLast(new Read(at, millis, stock));
    }

    void forget() {
        reads.clear();
    }

    int count(Instant now) {
        reads.removeIf(read -> read.at().isBefore(now.minus(span)));
        return reads.size();
    }

    /** The time within which this share of the reads ended, in milliseconds; null when there were none. */
    @Nullable Double millis(double share) {
        double[] sorted = reads.stream().mapToDouble(Read::millis).sorted().toArray();
        return sorted.length == 0 ? null : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** What the last one said. */
    @Nullable ShownStock last() {
        Read last = reads.peekLast();
        return last == null ? null : last.stock();
    }
}
