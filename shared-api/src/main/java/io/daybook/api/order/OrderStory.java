package io.daybook.api.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All events of an order, its payment and its reservation, in order of time; empty when there is no such order. */
public record OrderStory(OrderId orderId, List<Happening> happenings) {

    /**
     * An event as the log has it.
     *
     * @param stream        identifier of the aggregate that it happened to
     * @param sequence      its place in that stream, from 0; the log does not tell its place among all events here
     * @param what          name of the event, for example {@code PaymentAuthorized}
     * @param by            who asked for it, where the event says so; null elsewhere
     * @param payload       the event as JSON, with line breaks
     * @param commands      name of the command that it comes from; where that is not on record, of those that such events come from
     * @param correlationId identifier of the command from which this one came; null where it is not on record
     * @param traceId       identifier of the message that everything began with; null where it is not on record
     */
    public record Happening(
            Instant at,
            String stream,
            long sequence,
            String what,
            @Nullable String by,
            String payload,
            List<String> commands,
            @Nullable String correlationId,
            @Nullable String traceId) {}
}
