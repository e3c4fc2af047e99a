package io.daybook.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an instance says of one of its event processors.
 *
 * @param running  whether it runs here; it may have nothing to do
 * @param trouble  why it does not get on here; null when it does
 * @param segments those that it works on here, and those that it worked on before
 */
public record ProcessorReport(
        String name, boolean running, @Nullable Trouble trouble, List<SegmentReport> segments) {

    /**
     * A batch of events failed, and none has succeeded since.
     *
     * @param since when the first one did
     * @param last  when the last one did
     */
    public record Trouble(String message, Instant since, Instant last) {}

    /**
     * A part of the events.
     *
     * @param segment   its number, from 0 on
     * @param of        into so many parts of this size all events are divided
     * @param claimed   whether this instance works on it now; if not, the rest is what was so when it last did
     * @param seenAt    when this instance last worked on it
     * @param position  in the log, up to which it has handled all that concerns it
     * @param lag       events between there and the head of the log
     * @param lagMillis for so long there have been events in the log that it has not come to; null when that is longer than
     *                  this process has been watching
     * @param perSecond events of the log that it passes, on the average of the last ten seconds
     * @param caughtUp  it has been at the head of the log
     * @param replaying it handles events again, to rebuild something
     */
    public record SegmentReport(
            int segment,
            int of,
            boolean claimed,
            Instant seenAt,
            long position,
            long lag,
            @Nullable Long lagMillis,
            double perSecond,
            boolean caughtUp,
            boolean replaying) {

        /** Whether there are events that are part of both. */
        public boolean overlaps(SegmentReport other) {
            int parts = Math.min(of, other.of);
            return segment % parts == other.segment % parts;
        }
    }
}
