package io.daybook.history;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Locale;

/** Says every few seconds how many events have been dealt with, and how fast. */
public final class Progress {

    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int LOOK_AT_CLOCK = 256;

    private final PrintWriter out;

    public Progress(PrintWriter out) {
        this.out = out;
    }

    /** Says nothing. */
    public static Progress silent() {
        return new Progress(new PrintWriter(Writer.nullWriter()));
    }

    /**
     * Begins to count.
     *
     * @param done what happens to the events, as a participle
     * @param total how many there will be; 0 when that is not known
     */
    Count start(String done, long total) {
        return new Count(done, total);
    }

    /** Events of one pass. Used by one thread. */
    final class Count {

        private final String done;
        private final long total;
        private final long start = System.nanoTime();
        private long next = start + BETWEEN.toNanos();
        private long events;

        private Count(String done, long total) {
            this.done = done;
            this.total = total;
        }

        void add(int more) {
            long before = events;
            events += more;
            if (before / LOOK_AT_CLOCK != events / LOOK_AT_CLOCK && System.nanoTime() - next > 0) {
                next = System.nanoTime() + BETWEEN.toNanos();
                print();
            }
        }

        /** Says how it went in the end. */
        void end() {
            print();
        }

        private void print() {
            double seconds = Math.max(1, System.nanoTime() - start) / 1e9;
            String of = total == 0 ? "" : String.format(Locale.ROOT, " of %,d", total);
            out.println(
                    String.format(Locale.ROOT, "%s %,d%s events, %,.0f a second", done, events, of, events / seconds));
            out.flush();
        }
    }
}
