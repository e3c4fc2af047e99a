package io.daybook.api;

import io.daybook.api.order.OrderEvent;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What makes events of earlier revisions into those of today as they are read. The log is never rewritten: whoever changes how
 * an event is written raises its revision, keeps its golden file, and adds an upcaster here, after those that are there.
 */
public final class EventUpcasters {

    private EventUpcasters() {}

    /** All of them, oldest first. */
    public static EventUpcasterChain chain() {
        return new EventUpcasterChain(new RetriedWithReason());
    }

    /** Until then, nobody was asked why. */
    private static final class RetriedWithReason extends SingleEventUpcaster {

        private static final SimpleSerializedType BEFORE =
                new SimpleSerializedType(OrderEvent.FulfilmentRetried.class.getName(), "1");
        private static final SimpleSerializedType SINCE = new SimpleSerializedType(BEFORE.getName(), "2");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(BEFORE);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(SINCE, JsonNode.class, payload -> ((ObjectNode) payload).put("reason", ""));
        }
    }
}
