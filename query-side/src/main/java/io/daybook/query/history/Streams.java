package io.daybook.query.history;

import io.daybook.api.InvalidValue;
import io.daybook.api.inventory.ReservationEvent;
import io.daybook.api.inventory.ReservationId;
import io.daybook.api.inventory.StockEvent.UnitsDispatched;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentEvent;
import io.daybook.api.payment.PaymentId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Reads the log by streams. */
final class Streams {

    private final EventStore log;
    private final EventText text;

    Streams(EventStore log, EventText text) {
        this.log = log;
        this.text = text;
    }

    /** The number of events in a stream. */
    long length(String stream) {
        return log.lastSequenceNumberFor(stream).orElse(-1L) + 1;
    }

    /** The events of a stream from one number on, up to another, which is not included. */
    List<DomainEventMessage<?>> read(String stream, long from, long to) {
        List<DomainEventMessage<?>> read = new ArrayList<>();
        if (to > from) {
            DomainEventStream events = log.readEvents(stream, from);
            while (events.hasNext() && read.size() < to - from) {
                DomainEventMessage<?> next = events.next();
                if (next.getSequenceNumber() >= to) {
                    break;
                }
                read.add(next);
            }
        }
        return read;
    }

    /** The events of a stream, one after the other. */
    DomainEventStream all(String stream) {
        return log.readEvents(stream, 0);
    }

    /** The events of several streams in one order: by time, where each stream keeps its own order whatever the clocks say. */
    List<DomainEventMessage<?>> together(List<String> streams) {
        List<Deque<DomainEventMessage<?>>> read = streams.stream()
                .<Deque<DomainEventMessage<?>>>map(stream -> new ArrayDeque<>(read(stream, 0, Long.MAX_VALUE)))
                .toList();
        Comparator<DomainEventMessage<?>> earlier = Comparator.<DomainEventMessage<?>, Instant>comparing(
                        DomainEventMessage::getTimestamp)
                .thenComparingInt(message -> Causes.age(text.nameOf(message)));
        Function<Deque<DomainEventMessage<?>>, DomainEventMessage<?>> head = Deque::getFirst;
        List<DomainEventMessage<?>> all = new ArrayList<>();
        while (true) {
            Deque<DomainEventMessage<?>> next = read.stream()
                    .filter(stream -> !stream.isEmpty())
                    .min(Comparator.comparing(head, earlier))
                    .orElse(null);
            if (next == null) {
                return all;
            }
            all.add(next.removeFirst());
        }
    }

    /** The streams that tell of an order. */
    static List<String> of(OrderId order) {
        return List.of(
                order.value(),
                PaymentId.of(order).value(),
                ReservationId.of(order).value());
    }

    /** The order that an event has to do with; null when it has to do with none, or with many. */
    static @Nullable OrderId orderOf(DomainEventMessage<?> message) {
        OrderId told = ordersOf(message);
        return told == null ? orderOf(message.getAggregateIdentifier()) : told;
    }

    private static @Nullable OrderId ordersOf(DomainEventMessage<?> message) {
        Object event;
        try {
            event = message.getPayload();
        } catch (RuntimeException unreadable) {
            // Its stream may still tell.
            return null;
        }
        if (event instanceof OrderEvent order) {
            return order.orderId();
        } else if (event instanceof PaymentEvent payment) {
            return payment.orderId();
        } else if (event instanceof ReservationEvent reservation) {
            return reservation.orderId();
        } else if (event instanceof UnitsReserved units) {
            return units.orderId();
        } else if (event instanceof UnitsReleased units) {
            return units.orderId();
        }
        return event instanceof UnitsDispatched units ? units.orderId() : null;
    }

    /** The order whose payment or reservation a stream is of; null when it is another one, perhaps of an order itself. */
    static @Nullable OrderId orderOf(String stream) {
        for (String kind : List.of("payment-", "reservation-")) {
            if (stream.startsWith(kind)) {
                try {
                    return new OrderId(stream.substring(kind.length()));
                } catch (InvalidValue another) {
                    return null;
                }
            }
        }
        return null;
    }
}
