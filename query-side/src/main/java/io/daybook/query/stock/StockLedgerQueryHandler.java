package io.daybook.query.stock;

import io.daybook.api.inventory.StockEvent;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.FindStockMovements;
import io.daybook.api.inventory.StockQuery.Movement;
import io.daybook.api.inventory.StockQuery.StockLedger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/** Answers questions about movements from the log itself: what it says was true when it was read, as far as it can be read. */
class StockLedgerQueryHandler {

    private final EventStore log;

    StockLedgerQueryHandler(EventStore log) {
        this.log = log;
    }

    @QueryHandler
    StockLedger handle(FindStockMovements query) {
        String stock = StockId.of(query.warehouse(), query.sku()).value();
        long newest = log.lastSequenceNumberFor(stock).orElse(-1L);
        if (newest < 0) {
            return new StockLedger(query.warehouse(), query.sku(), StockLevel.NONE, List.of());
        }
        long end = Math.min(query.before(), newest + 1);
        long start = Math.max(0, end - Math.min(Math.max(query.limit(), 1), 500));
        List<Movement> movements = new ArrayList<>();
        DomainEventStream events = log.readEvents(stock, start);
        while (events.hasNext() && events.peek().getSequenceNumber() < end) {
            DomainEventMessage<?> message = events.next();
            StockEvent event = eventOf(message);
            if (event != null) {
                movements.add(movement(message, event));
            }
        }
        Collections.reverse(movements);
        StockLevel level =
                end > newest && !movements.isEmpty() ? movements.get(0).level() : level(stock, newest);
        return new StockLedger(query.warehouse(), query.sku(), level, movements);
    }

    /** After the newest movement that can be read. */
    private StockLevel level(String stock, long newest) {
        for (long sequence = newest; sequence >= 0; sequence--) {
            StockEvent event = eventOf(log.readEvents(stock, sequence).next());
            if (event != null) {
                return event.level();
            }
        }
        return StockLevel.NONE;
    }

    private static @Nullable StockEvent eventOf(DomainEventMessage<?> message) {
        try {
            return (StockEvent) message.getPayload();
        } catch (SerializationException unreadable) {
            return null;
        }
    }

    private static Movement movement(DomainEventMessage<?> message, StockEvent event) {
        MovementCause cause = MovementCause.of(event);
        return new Movement(
                message.getSequenceNumber(),
                message.getTimestamp(),
                event.getClass().getSimpleName(),
                cause.quantity(),
                cause.by(),
                cause.reason(),
                event.level());
    }
}
