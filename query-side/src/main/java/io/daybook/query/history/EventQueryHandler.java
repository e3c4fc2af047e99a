package io.daybook.query.history;

import io.daybook.api.history.EventFilter;
import io.daybook.api.history.HistoryQuery.EventDetail;
import io.daybook.api.history.HistoryQuery.FindEvent;
import io.daybook.api.history.HistoryQuery.FindEvents;
import io.daybook.api.history.HistoryQuery.FindStreamEvents;
import io.daybook.api.history.HistoryQuery.LogPage;
import io.daybook.api.history.HistoryQuery.StreamPage;
import io.daybook.api.history.LoggedEvent;
import io.daybook.api.order.OrderId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Shows the events of the log. */
class EventQueryHandler {

    private final LogReader log;
    private final Streams streams;
    private final EventText text;
    private final HistorySettings settings;

    EventQueryHandler(LogReader log, Streams streams, EventText text, HistorySettings settings) {
        this.log = log;
        this.streams = streams;
        this.text = text;
        this.settings = settings;
    }

    @QueryHandler
    LogPage handle(FindEvents query) {
        long first = log.first();
        long head = log.head();
        EventFilter filter = query.filter();
        long low = filter.since() == null ? first : log.firstSince(filter.since());
        long high =
                filter.until() == null ? head : log.firstSince(filter.until().plusNanos(1_000_000)) - 1;
        return query.oldestFirst()
                ? onwards(query, first, head, query.from() == null ? low : Math.max(low, query.from()), high)
                : backwards(query, first, head, low, query.from() == null ? high : Math.min(high, query.from()));
    }

    private LogPage backwards(FindEvents query, long first, long head, long low, long high) {
        List<LoggedEvent> found = new ArrayList<>();
        long looked = high + 1;
        while (found.size() < query.size() && looked > low && high + 1 - looked < settings.look()) {
            long from = Math.max(low, looked - chunk(query));
            List<TrackedEventMessage<?>> part = log.read(from, looked - 1);
            looked = from;
            for (int i = part.size() - 1; i >= 0; i--) {
                if (takes(query.filter(), part.get(i))) {
                    found.add(text.of(part.get(i), query.personal()));
                    if (found.size() == query.size()) {
                        looked = LogReader.positionOf(part.get(i));
                        break;
                    }
                }
            }
        }
        return new LogPage(found, first, head, looked, high, looked > low ? looked - 1 : null);
    }

    private LogPage onwards(FindEvents query, long first, long head, long low, long high) {
        List<LoggedEvent> found = new ArrayList<>();
        long looked = low - 1;
        while (found.size() < query.size() && looked < high && looked + 1 - low < settings.look()) {
            long to = Math.min(high, looked + chunk(query));
            List<TrackedEventMessage<?>> part = log.read(looked + 1, to);
            looked = to;
            for (TrackedEventMessage<?> message : part) {
                if (takes(query.filter(), message)) {
                    found.add(text.of(message, query.personal()));
                    if (found.size() == query.size()) {
                        looked = LogReader.positionOf(message);
                        break;
                    }
                }
            }
        }
        return new LogPage(found, first, head, low, looked, looked < high ? looked + 1 : null);
    }

    /** Where every event is taken, no more are read than are shown. */
    private long chunk(FindEvents query) {
        return query.filter().types().isEmpty() ? query.size() : settings.chunk();
    }

    private boolean takes(EventFilter filter, EventMessage<?> message) {
        return filter.takes(message.getTimestamp()) && (filter.types().isEmpty() || filter.takes(text.nameOf(message)));
    }

    @QueryHandler
    StreamPage handle(FindStreamEvents query) {
        if (query.streams().size() == 1) {
            return ofOne(query, query.streams().get(0));
        }
        List<DomainEventMessage<?>> all = streams.together(query.streams());
        int before = query.before() == null ? all.size() : (int) Math.min(all.size(), Math.max(0, query.before()));
        List<LoggedEvent> found = new ArrayList<>();
        int place = before;
        while (place > 0 && found.size() < query.size()) {
            place--;
            if (takes(query.filter(), all.get(place))) {
                found.add(text.of(all.get(place), query.personal()));
            }
        }
        return new StreamPage(found, all.size(), before - place, place > 0 ? (long) place : null);
    }

    private StreamPage ofOne(FindStreamEvents query, String stream) {
        long length = streams.length(stream);
        long before = query.before() == null ? length : Math.min(length, Math.max(0, query.before()));
        List<LoggedEvent> found = new ArrayList<>();
        long looked = before;
        long chunk = query.filter().equals(EventFilter.ALL) ? query.size() : settings.chunk();
        while (looked > 0 && found.size() < query.size() && before - looked < settings.look()) {
            long from = Math.max(0, looked - chunk);
            List<DomainEventMessage<?>> part = new ArrayList<>(streams.read(stream, from, looked));
            Collections.reverse(part);
            looked = from;
            for (DomainEventMessage<?> message : part) {
                if (takes(query.filter(), message)) {
                    found.add(text.of(message, query.personal()));
                    if (found.size() == query.size()) {
                        looked = message.getSequenceNumber();
                        break;
                    }
                }
            }
        }
        return new StreamPage(found, length, before - looked, looked > 0 ? looked : null);
    }

    @QueryHandler
    EventDetail handle(FindEvent query) {
        EventMessage<?> message = query.stream() == null
                ? at(query.number())
                : streams.read(query.stream(), query.number(), query.number() + 1).stream()
                        .findFirst()
                        .orElse(null);
        if (message == null) {
            return new EventDetail(List.of(), -1, null);
        }
        LoggedEvent event = text.of(message, query.personal());
        OrderId order = message instanceof DomainEventMessage<?> domain ? Streams.orderOf(domain) : null;
        return new EventDetail(
                List.of(event.position() == null ? located(event, message) : event),
                Math.max(event.sequence(), streams.length(event.stream()) - 1),
                order == null ? null : order.value());
    }

    private @Nullable EventMessage<?> at(long position) {
        return position < log.first() || position > log.head()
                ? null
                : log.read(position, position).stream().findFirst().orElse(null);
    }

    /** A stream does not say where in the whole log its events stand: that is looked for near the event's time. */
    private LoggedEvent located(LoggedEvent event, EventMessage<?> message) {
        return log.around(message).stream()
                .filter(near -> near.getIdentifier().equals(event.id()))
                .findFirst()
                .map(found -> event.at(LogReader.positionOf(found)))
                .orElse(event);
    }
}
