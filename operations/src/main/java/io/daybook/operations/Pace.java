package io.daybook.operations;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast a position in the log moves, over the last ten seconds: it moves by a batch of events at a time, and a batch of a
 * slow processor takes some seconds, in which it seems to stand still. Not for several threads.
 */
final class Pace {

    private static final Duration SPAN = Duration.ofSeconds(10);

    private final Deque<Reading> readings = new ArrayDeque<>();

    private record Reading(long position, long nanoTime) {}

    /**
     * Notes where the position is now.
     *
     * @param nanoTime reading of the clock
     * @return events a second; 0 when it has not been seen before, or not within the last ten seconds, or has gone back
     */
    double reached(long position, long nanoTime) {
        readings.removeIf(reading -> nanoTime - reading.nanoTime() > SPAN.toNanos());
        readings.add(new Reading(position, nanoTime));
        Reading first = readings.getFirst();
        double seconds = (nanoTime - first.nanoTime()) / 1e9;
        return seconds <= 0 ? 0 : Math.max(0, (position - first.position()) / seconds);
    }
}
