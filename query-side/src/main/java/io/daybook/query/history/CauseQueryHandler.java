package io.daybook.query.history;

import io.daybook.api.history.Causation;
import io.daybook.api.history.Causation.CausedCommand;
import io.daybook.api.history.Causation.CausedEvent;
import io.daybook.api.history.HistoryQuery.FindCauses;
import io.daybook.api.order.OrderId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/**
 * Finds what led to an event and what came of it. An order's own events are all found, by its streams. Others of the same
 * origin, such as movements of stock, are looked for near the first of them: the log has no index on origins.
 */
class CauseQueryHandler {

    private static final int MOST_ORIGINS = 6;

    private final LogReader log;
    private final Streams streams;
    private final EventText text;

    /** An event with what its metadata says of its origin. */
    private record Known(
            DomainEventMessage<?> message, @Nullable Long position, String what, Map<String, String> from) {
        String id() {
            return message.getIdentifier();
        }

        @Nullable String origin() {
            return from.get("traceId");
        }
    }

    CauseQueryHandler(LogReader log, Streams streams, EventText text) {
        this.log = log;
        this.streams = streams;
        this.text = text;
    }

    @QueryHandler
    Causation handle(FindCauses query) {
        Map<String, Known> events = new LinkedHashMap<>();
        start(query).forEach(message -> events.put(message.getIdentifier(), known(message)));
        Set<String> origins = new HashSet<>();
        for (Known event : List.copyOf(events.values())) {
            String origin = event.origin();
            if (origin != null && origins.size() < MOST_ORIGINS && origins.add(origin)) {
                log.around(event.message()).stream()
                        .filter(near -> origin.equals(near.getMetaData().get("traceId")))
                        .filter(near -> near instanceof DomainEventMessage<?>)
                        .forEach(near -> events.put(near.getIdentifier(), known((DomainEventMessage<?>) near)));
            }
        }
        boolean whole = events.values().stream().allMatch(event -> event.position() != null || event.origin() == null);
        return new Causation(inOrder(commands(events.values())), whole);
    }

    /** The whole order where the event has to do with one, otherwise the event alone. */
    private List<DomainEventMessage<?>> start(FindCauses query) {
        String stream = query.stream();
        OrderId order = Streams.orderOf(stream);
        if (order == null) {
            long number = query.number() == null ? 0 : query.number();
            List<DomainEventMessage<?>> one = streams.read(stream, number, number + 1);
            order = one.isEmpty() ? null : Streams.orderOf(one.get(0));
            if (order == null) {
                return one;
            }
        }
        return streams.together(Streams.of(order));
    }

    private Known known(DomainEventMessage<?> message) {
        return new Known(
                message,
                message instanceof TrackedEventMessage<?> tracked ? LogReader.positionOf(tracked) : null,
                text.nameOf(message),
                EventText.metaData(message));
    }

    /** Events of one command belong together; one whose command is not on record stands for itself. */
    private static List<CausedCommand> commands(Collection<Known> events) {
        Map<String, List<Known>> byCommand = new LinkedHashMap<>();
        events.stream()
                .sorted(Comparator.comparing((Known event) -> event.message().getTimestamp())
                        .thenComparing(Known::position, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparingInt(event -> Causes.age(event.what())))
                .forEach(event -> byCommand
                        .computeIfAbsent(
                                event.from().getOrDefault("correlationId", "event " + event.id()),
                                command -> new ArrayList<>())
                        .add(event));
        return byCommand.values().stream().map(CauseQueryHandler::command).toList();
    }

    private static CausedCommand command(List<Known> events) {
        Known first = events.get(0);
        String name = first.from().get("command");
        return new CausedCommand(
                first.from().get("correlationId"),
                name == null ? String.join(" or ", Causes.of(first.what())) : name,
                name != null,
                first.from().get("event"),
                first.origin(),
                events.stream()
                        .map(event -> new CausedEvent(
                                event.id(),
                                event.message().getTimestamp(),
                                event.position(),
                                event.message().getAggregateIdentifier(),
                                event.message().getSequenceNumber(),
                                event.what()))
                        .toList());
    }

    /** Whatever clocks say, what was caused comes after its cause. */
    private static List<CausedCommand> inOrder(List<CausedCommand> commands) {
        List<CausedCommand> left = new ArrayList<>(commands);
        List<CausedCommand> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<String> waiting = new HashSet<>();
            left.forEach(command -> command.events().forEach(event -> waiting.add(event.id())));
            CausedCommand next = left.stream()
                    .filter(command -> command.because() == null || !waiting.contains(command.because()))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }
}
