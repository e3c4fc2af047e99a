package io.daybook.query.story;

import io.daybook.api.MessageJson;
import io.daybook.api.inventory.ReservationId;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrderStory;
import io.daybook.api.order.OrderStory;
import io.daybook.api.order.OrderStory.Happening;
import io.daybook.api.payment.PaymentId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells an order's story from the streams of the order, its payment and its reservation. */
class OrderStoryQueryHandler {

    private static final Comparator<Happening> EARLIER =
            Comparator.comparing(Happening::at).thenComparingInt(happening -> Causes.age(happening.what()));

    private final EventStore log;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(MessageJson.money())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    OrderStoryQueryHandler(EventStore log) {
        this.log = log;
    }

    @QueryHandler
    OrderStory handle(FindOrderStory query) {
        OrderId order = query.orderId();
        List<Deque<Happening>> streams = Stream.of(
                        order.value(),
                        PaymentId.of(order).value(),
                        ReservationId.of(order).value())
                .map(this::read)
                .toList();
        return new OrderStory(order, inOrder(streams));
    }

    /** Each stream keeps its own order, whatever the clocks of different machines say. */
    private static List<Happening> inOrder(List<Deque<Happening>> streams) {
        List<Happening> all = new ArrayList<>();
        while (true) {
            Deque<Happening> next = streams.stream()
                    .filter(stream -> !stream.isEmpty())
                    .min(Comparator.comparing(Deque::getFirst, EARLIER))
                    .orElse(null);
            if (next == null) {
                return all;
            }
            all.add(next.removeFirst());
        }
    }

    private Deque<Happening> read(String stream) {
        Deque<Happening> happenings = new ArrayDeque<>();
        log.readEvents(stream, 0).forEachRemaining(message -> happenings.add(happening(message)));
        return happenings;
    }

    private Happening happening(DomainEventMessage<?> message) {
        String what = message.getPayloadType().getSimpleName();
        JsonNode payload = json.valueToTree(message.getPayload());
        hideToken(payload);
        return new Happening(
                message.getTimestamp(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                what,
                by(payload),
                json.writeValueAsString(payload),
                Causes.of(what),
                text(message, "correlationId"),
                text(message, "traceId"));
    }

    /** With the token somebody could ask the provider for money; nobody needs it to understand what happened. */
    private static void hideToken(JsonNode payload) {
        for (String method : List.of("payment", "method")) {
            if (payload.path(method) instanceof ObjectNode card && card.has("token")) {
                card.put("token", "…");
            }
        }
    }

    private static @Nullable String by(JsonNode payload) {
        JsonNode by = payload.has("by") ? payload.path("by") : payload.path("placedBy");
        return by.isString() ? by.asString() : null;
    }

    private static @Nullable String text(DomainEventMessage<?> message, String key) {
        Object value = message.getMetaData().get(key);
        return value == null ? null : value.toString();
    }
}
