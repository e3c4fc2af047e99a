package io.daybook.bench.crash;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalLong;

/** How often something happened a second, from the moments at which it did, in milliseconds of the clock. */
final class Rates {

    /** Over which a rate is taken: long enough not to be noise at ten a second. */
    static final long WINDOW = 5_000;

    private static final long STEP = 250;
    private static final double AS_BEFORE = 0.8;

    private final long[] moments;

    private Rates(long[] moments) {
        this.moments = moments;
    }

    static Rates of(Collection<Long> moments) {
        return new Rates(moments.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** How many, from a moment on, and before another. */
    int count(long from, long to) {
        return Math.max(0, index(to) - index(from));
    }

    /** How many a second; zero for no time. */
    double perSecond(long from, long to) {
        return to <= from ? 0 : count(from, to) * 1_000.0 / (to - from);
    }

    /** The first one at or after a moment. */
    OptionalLong firstFrom(long moment) {
        int at = index(moment);
        return at == moments.length ? OptionalLong.empty() : OptionalLong.of(moments[at]);
    }

    /** The longest time without any, in milliseconds. */
    long longestGap(long from, long to) {
        long longest = 0;
        long last = from;
        for (int i = index(from); i < moments.length && moments[i] < to; i++) {
            longest = Math.max(longest, moments[i] - last);
            last = moments[i];
        }
        return Math.max(longest, to - last);
    }

    /** The lowest rate of any window that lies between these moments. */
    double lowest(long from, long to) {
        double lowest = perSecond(from, from + WINDOW);
        for (long start = from; start + WINDOW <= to; start += STEP) {
            lowest = Math.min(lowest, perSecond(start, start + WINDOW));
        }
        return lowest;
    }

    /**
     * How long after a disturbance the rate was again at least 80 % of what it was before: until the beginning of the first
     * window of which that is true, after the first of which it is not. Zero when it never was below.
     *
     * @param noticed how long, in milliseconds, after the disturbance its effect must have begun to be taken for its effect
     * @param until   where watching ended; empty is returned when the rate was not back by then
     */
    OptionalLong recovery(long disturbance, double before, long noticed, long until) {
        boolean fell = false;
        for (long start = disturbance; start + WINDOW <= until; start += STEP) {
            boolean asBefore = perSecond(start, start + WINDOW) >= before * AS_BEFORE;
            if (fell && asBefore) {
                return OptionalLong.of(start - disturbance);
            }
            if (!fell && start > disturbance + noticed) {
                return OptionalLong.of(0);
            }
            fell |= !asBefore;
        }
        return fell ? OptionalLong.empty() : OptionalLong.of(0);
    }

    /** Whether the window that ends now has the rate of before. */
    boolean asBefore(double before, long now) {
        return perSecond(now - WINDOW, now) >= before * AS_BEFORE;
    }

    private int index(long moment) {
        int found = Arrays.binarySearch(moments, moment);
        if (found < 0) {
            return -found - 1;
        }
        int first = found;
        while (first > 0 && moments[first - 1] == moment) {
            first--;
        }
        return first;
    }
}
