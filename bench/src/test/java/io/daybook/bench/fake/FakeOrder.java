package io.daybook.bench.fake;

import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderState;
import io.daybook.bench.http.Card;
import java.util.concurrent.CountDownLatch;

/** An order as the fake platform keeps it. */
final class FakeOrder {

    final OrderPlaced placed;
    final Card card;
    final CountDownLatch settled = new CountDownLatch(1);
    volatile OrderState state = OrderState.PLACED;
    volatile boolean authorized;
    volatile boolean reserved;
    volatile boolean captured;
    volatile boolean outOfStock;
    volatile String reason = "";

    FakeOrder(OrderPlaced placed, Card card) {
        this.placed = placed;
        this.card = card;
    }

    void settle(OrderState end, String why) {
        state = end;
        reason = why;
        settled.countDown();
    }
}
