package io.daybook.command.payment;

import io.daybook.api.payment.PaymentId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The errands whose outcome is not in the log yet, by segment of the gateway's processor, and with each the position in
 * the log from which on it is found again.
 */
final class OpenErrands {

    private final Map<Integer, Segment> segments = new ConcurrentHashMap<>();

    /** The segment is read from this position on, by this process, with nothing known of what lies before. */
    void begin(int segment, @Nullable TrackingToken position) {
        end(segment);
        segments.put(segment, new Segment(position));
    }

    /** The segment is no longer read by this process. */
    void end(int segment) {
        Segment ended = segments.remove(segment);
        if (ended != null) {
            ended.stop();
        }
    }

    /**
     * Takes over what a batch of events has opened and closed.
     *
     * @param position where the processor stands after the batch
     * @return the position to read from on again, so that every open intent is met again
     */
    @Nullable TrackingToken advance(int segment, ErrandsOfBatch batch, @Nullable TrackingToken position) {
        Segment advanced = segments.get(segment);
        if (advanced == null) {
            throw new IllegalStateException("segment %d is not read by this process".formatted(segment));
        }
        return advanced.advance(batch, position);
    }

    private static final class Segment {

        /** Oldest first. */
        private final Map<PaymentId, Open> open = new LinkedHashMap<>();

        private @Nullable TrackingToken position;

        private record Open(Errand errand, @Nullable TrackingToken before) {}

        Segment(@Nullable TrackingToken position) {
            this.position = position;
        }

        synchronized @Nullable TrackingToken advance(ErrandsOfBatch batch, @Nullable TrackingToken after) {
            batch.closed().forEach(this::close);
            batch.opened().forEach((id, errand) -> open.put(id, new Open(errand, position)));
            position = after;
            return open.isEmpty() ? after : open.values().iterator().next().before();
        }

        private void close(PaymentId id) {
            Open closed = open.remove(id);
            if (closed != null) {
                closed.errand().stop();
            }
        }

        synchronized void stop() {
            open.values().forEach(left -> left.errand().stop());
        }
    }
}
