package io.daybook.query.history;

import io.daybook.api.history.LoggedEvent;
import io.daybook.api.order.OrderEvent.CancellationRequested;
import io.daybook.api.order.OrderEvent.FulfilmentRetried;
import io.daybook.api.order.OrderEvent.OrderDispatched;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrderStory;
import io.daybook.api.order.OrderStory;
import io.daybook.api.order.OrderStory.Happening;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Tells an order's story from the streams of the order, its payment and its reservation. */
class OrderStoryQueryHandler {

    private final Streams streams;
    private final EventText text;

    OrderStoryQueryHandler(Streams streams, EventText text) {
        this.streams = streams;
        this.text = text;
    }

    @QueryHandler
    OrderStory handle(FindOrderStory query) {
        OrderId order = query.orderId();
        return new OrderStory(
                order,
                streams.together(Streams.of(order)).stream()
                        .map(this::happening)
                        .toList());
    }

    private Happening happening(DomainEventMessage<?> message) {
        LoggedEvent event = text.of(message, true);
        String command = event.metaData().get("command");
        return new Happening(
                event.at(),
                event.stream(),
                event.sequence(),
                event.what(),
                event.problem() == null ? by(message) : null,
                event.payload(),
                command == null ? Causes.of(event.what()) : List.of(command),
                event.metaData().get("correlationId"),
                event.metaData().get("traceId"));
    }

    private static @Nullable String by(DomainEventMessage<?> message) {
        Object event = message.getPayload();
        if (event instanceof OrderPlaced placed) {
            return placed.placedBy();
        } else if (event instanceof CancellationRequested requested) {
            return requested.by();
        } else if (event instanceof OrderDispatched dispatched) {
            return dispatched.by();
        }
        return event instanceof FulfilmentRetried retried ? retried.by() : null;
    }
}
