package io.daybook.bench.crash;

import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the orders of each tier are taken up in the order in which they were placed. An order is taken up when its payment
 * is asked for.
 */
final class Turns {

    /**
     * Orders that the saga takes up at the same time at most, as it reads so many events in a batch
     * ({@code daybook.fulfilment.batch-size}): only one of these may overtake another.
     */
    static final int TOGETHER = 128;

    private final Map<String, Place> waiting = new HashMap<>();
    private final Map<Tier, Integer> placed = new EnumMap<>(Tier.class);
    private final Map<Tier, Integer> furthest = new EnumMap<>(Tier.class);
    private final Map<Tier, Integer> overtaken = new EnumMap<>(Tier.class);
    private final List<Overtaken> outOfTurn = new ArrayList<>();

    private record Place(Tier tier, int number) {}

    /**
     * An order that waited for its turn too long.
     *
     * @param by how many orders of its tier later the one was placed that was taken up before it
     */
    record Overtaken(String orderId, Tier tier, int by) {}

    void placed(OrderPlaced order) {
        int number = placed.merge(order.tier(), 1, Integer::sum);
        waiting.put(order.orderId().value(), new Place(order.tier(), number));
    }

    void takenUp(String orderId) {
        Place place = waiting.remove(orderId);
        if (place == null) {
            return;
        }
        int head = furthest.merge(place.tier(), place.number(), Math::max);
        int by = head - place.number();
        overtaken.merge(place.tier(), by, Math::max);
        if (by >= TOGETHER) {
            outOfTurn.add(new Overtaken(orderId, place.tier(), by));
        }
    }

    /** How many orders of its tier later the one was placed that overtook another by most. */
    Map<Tier, Integer> overtaken() {
        return overtaken;
    }

    List<Overtaken> outOfTurn() {
        return outOfTurn;
    }
}
