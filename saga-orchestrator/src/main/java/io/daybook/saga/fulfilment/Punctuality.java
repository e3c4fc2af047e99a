package io.daybook.saga.fulfilment;

import io.daybook.api.order.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventhandling.EventTrackerStatus;

/**
 * Since when this instance has worked on the fulfilments of each tier without a break, at the end of the log. No deadline
 * counts the time before that: what nobody worked on was not late by its own fault, and gets its time again once somebody
 * does. An instance that does not work on an order does not hold it to a deadline; the one that does, does.
 */
final class Punctuality {

    private final Function<OrderId, OrderSagas> sagas;
    private final Function<Class<? extends FulfilmentSaga>, Collection<EventTrackerStatus>> segments;
    private final Clock clock;
    private final Map<Class<? extends FulfilmentSaga>, Instant> since = new HashMap<>();

    /** @param segments those that the event processor of this instance works on, by the type of its sagas */
    Punctuality(
            Function<OrderId, OrderSagas> sagas,
            Function<Class<? extends FulfilmentSaga>, Collection<EventTrackerStatus>> segments,
            Clock clock) {
        this.sagas = sagas;
        this.segments = segments;
        this.clock = clock;
    }

    /** To be called regularly. */
    void look() {
        for (Class<? extends FulfilmentSaga> type : OrderSagas.TYPES) {
            Collection<EventTrackerStatus> now = segments.apply(type);
            if (!now.isEmpty() && now.stream().allMatch(each -> each.isCaughtUp() && !each.isErrorState())) {
                since.putIfAbsent(type, clock.instant());
            } else {
                since.remove(type);
            }
        }
    }

    /** Whether any step that began to wait so long ago has been worked on all the time. */
    boolean covers(Duration patience) {
        return OrderSagas.TYPES.stream().anyMatch(type -> covers(type, patience));
    }

    /** Whether this order has been worked on all the time since so long ago. */
    boolean covers(OrderId order, Duration patience) {
        Map<Class<? extends FulfilmentSaga>, Collection<EventTrackerStatus>> punctual = new HashMap<>();
        for (Class<? extends FulfilmentSaga> type : OrderSagas.TYPES) {
            punctual.put(type, covers(type, patience) ? segments.apply(type) : List.of());
        }
        return sagas.apply(order).areWorkedOnBy(punctual);
    }

    private boolean covers(Class<? extends FulfilmentSaga> type, Duration patience) {
        Instant start = since.get(type);
        return start != null && !start.isAfter(clock.instant().minus(patience));
    }
}
