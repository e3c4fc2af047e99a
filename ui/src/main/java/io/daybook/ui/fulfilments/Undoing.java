package io.daybook.ui.fulfilments;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.daybook.api.fulfilment.FulfilmentQuery.OpenFulfilments;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderId;

/**
 * When all that was done for an order can be undone: not when that is being done already. An order that is cancelled twice
 * is cancelled; but whoever asks to undo what is being undone should know that this changes nothing, and that an order which
 * is about to be rejected stays so. The order itself refuses from its dispatch on.
 */
final class Undoing {

    private Undoing() {}

    /** @param found what the order waits for; throws {@link CommandRefused} */
    static void check(OrderId order, OpenFulfilments found) {
        if (found.fulfilments().stream().anyMatch(open -> open.step() == Step.COMPENSATION)) {
            throw new CommandRefused(
                    Refusal.Code.NOT_ALLOWED_NOW,
                    "All that was done for order %s is being undone already; where that is stuck, try it again, or say that it was done by hand"
                            .formatted(order));
        }
    }
}
