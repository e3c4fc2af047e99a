package io.daybook.ui.world;

import io.daybook.api.customer.Tier;
import io.daybook.api.figures.FiguresQuery;
import io.daybook.api.figures.FiguresQuery.FigureList;
import io.daybook.api.figures.FiguresQuery.Figures;
import io.daybook.api.figures.FiguresQuery.FindFigures;
import io.daybook.api.fulfilment.FulfilmentQuery.FindQueues;
import io.daybook.api.fulfilment.FulfilmentQuery.Queue;
import io.daybook.api.fulfilment.FulfilmentQuery.Queues;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.CountOrders;
import io.daybook.api.order.OrderQuery.OrderCounts;
import io.daybook.api.order.OrderState;
import io.daybook.api.view.ViewQuery.FindViewPositions;
import io.daybook.api.view.ViewQuery.ViewPosition;
import io.daybook.api.view.ViewQuery.ViewPositionList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.queryhandling.QueryHandler;
import org.joda.money.Money;

/** How the business is doing: always the same. */
public class Gauges {

    /** How often it was asked for queues. */
    public final AtomicInteger asked = new AtomicInteger();

    @QueryHandler
    Queues handle(FindQueues query) {
        asked.incrementAndGet();
        Instant now = Instant.now();
        return new Queues(
                List.of(
                        new Queue(
                                Tier.VIP,
                                Step.PAYMENT,
                                3,
                                1,
                                new OrderId("oldest-vip-order"),
                                now.minus(Duration.ofMinutes(75).plusSeconds(30)),
                                now.minus(Duration.ofSeconds(95))),
                        new Queue(null, Step.DISPATCH, 1, 0, new OrderId("late"), now, now)),
                1);
    }

    @QueryHandler
    FigureList handle(FindFigures query) {
        List<Integer> latencies = new ArrayList<>(Collections.nCopies(FiguresQuery.LATENCY_BOUNDS.size() + 1, 0));
        latencies.set(4, 60);
        Instant recent = query.to().minus(query.resolution());
        return new FigureList(
                List.of(new Figures(recent, Tier.VIP, 60, 60, 0, 0, List.of(Money.parse("GBP 1234.50")), latencies)),
                1);
    }

    @QueryHandler
    OrderCounts handle(CountOrders query) {
        return new OrderCounts(Map.of(OrderState.CONFIRMED, 12_345L));
    }

    @QueryHandler
    ViewPositionList handle(FindViewPositions query) {
        return new ViewPositionList(List.of(new ViewPosition("orders", 1_000_000)));
    }
}
