package io.daybook.ui.experiments;

import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.order.OrderEvent.FulfilmentStuck;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the log says about a run. Verdicts are drawn from this, and hardly anything else. */
record Findings(List<Recorded> recorded) {

    Findings {
        recorded = List.copyOf(recorded);
    }

    <E> Stream<E> all(Class<E> type) {
        return recorded.stream().map(Recorded::event).filter(type::isInstance).map(type::cast);
    }

    /** When each of them was written, in the order of the log. */
    <E> List<Instant> times(Class<E> type, Predicate<E> which) {
        return recorded.stream()
                .filter(each -> type.isInstance(each.event()) && which.test(type.cast(each.event())))
                .map(Recorded::at)
                .toList();
    }

    /** When this happened to each order first. */
    <E extends OrderEvent> Map<OrderId, Instant> when(Class<E> type, Predicate<E> which) {
        Map<OrderId, Instant> times = new LinkedHashMap<>();
        for (Recorded each : recorded) {
            if (type.isInstance(each.event()) && which.test(type.cast(each.event()))) {
                times.putIfAbsent(type.cast(each.event()).orderId(), each.at());
            }
        }
        return times;
    }

    Set<OrderId> orders(Class<? extends OrderEvent> type) {
        return all(type).map(OrderEvent::orderId).collect(Collectors.toSet());
    }

    Check accepted(int orders) {
        int found = orders(OrderPlaced.class).size();
        return new Check("All %d orders are taken.".formatted(orders), "%d were.".formatted(found), found == orders);
    }

    Check allConfirmed(int orders) {
        int confirmed = orders(OrderConfirmed.class).size();
        int rejected = orders(OrderRejected.class).size();
        return new Check(
                "Every one of the %d orders is confirmed.".formatted(orders),
                "%d were confirmed, %d rejected.".formatted(confirmed, rejected),
                confirmed == orders && rejected == 0);
    }

    Check noneStuck() {
        Map<Step, Long> stuck =
                all(FulfilmentStuck.class).collect(Collectors.groupingBy(FulfilmentStuck::step, Collectors.counting()));
        return new Check(
                "No order gets stuck.",
                stuck.isEmpty() ? "None did." : "Stuck, by step: %s.".formatted(stuck),
                stuck.isEmpty());
    }

    /** Also that nothing is paid for that is not confirmed. */
    Check eachPaidOnce() {
        Map<OrderId, Long> captures = all(PaymentCaptured.class)
                .collect(Collectors.groupingBy(PaymentCaptured::orderId, Collectors.counting()));
        long twice = captures.values().stream().filter(times -> times > 1).count();
        Set<OrderId> confirmed = orders(OrderConfirmed.class);
        long unpaid =
                confirmed.stream().filter(order -> !captures.containsKey(order)).count();
        long inVain = captures.keySet().stream()
                .filter(order -> !confirmed.contains(order))
                .count();
        return new Check(
                "Every confirmed order is paid for exactly once, and no other.",
                "%d payments were taken: %d orders paid twice, %d confirmed without, %d paid and not confirmed."
                        .formatted(captures.size(), twice, unpaid, inVain),
                twice == 0 && unpaid == 0 && inVain == 0);
    }
}
