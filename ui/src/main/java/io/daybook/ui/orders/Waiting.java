package io.daybook.ui.orders;

import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import io.daybook.ui.placement.OrderPlacement;
import java.time.Duration;

/** What customers read when their orders wait for others. */
final class Waiting {

    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

    private final OrderPlacement placement;

    Waiting(OrderPlacement placement) {
        this.placement = placement;
    }

    /** How long it will about take; empty when it will not be long, or does not wait. */
    String text(OrderView order) {
        Duration wait = placement.expectedWait(order.tier());
        return order.state() != OrderState.PLACED || wait.compareTo(WORTH_TELLING) < 0
                ? ""
                : "Many orders come in just now. We expect to confirm yours about %d seconds after you placed it."
                        .formatted(wait.toSeconds());
    }
}
