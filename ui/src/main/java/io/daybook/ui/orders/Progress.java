package io.daybook.ui.orders;

import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import io.daybook.api.order.OrderView.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How far an order has come, step by step. */
public record Progress(List<Step> steps) {

    /**
     * One step.
     *
     * @param state {@code done}, {@code now}, {@code open}, or {@code off} when the order does not get there any more
     */
    public record Step(String name, String state) {

        /** For those who do not see the colour. */
        public String spoken() {
            return switch (state) {
                case "done" -> "done";
                case "now" -> "in progress";
                case "open" -> "to come";
                default -> "not reached";
            };
        }
    }

    private enum Stage {
        PLACED("Placed", "OrderPlaced"),
        PAID("Paid", "PaymentAuthorized"),
        RESERVED("Reserved", "StockReserved"),
        CAPTURED("Captured", "PaymentCaptured"),
        CONFIRMED("Confirmed", "OrderConfirmed"),
        DISPATCHED("Dispatched", "OrderDispatched");

        private final String title;
        private final String event;

        Stage(String title, String event) {
            this.title = title;
            this.event = event;
        }
    }

    static Progress of(OrderView order) {
        Set<String> seen = order.timeline().stream().map(TimelineEntry::what).collect(Collectors.toSet());
        boolean alive = order.state() == OrderState.PLACED
                || order.state() == OrderState.CONFIRMED
                || order.state() == OrderState.DISPATCHED;
        // A confirmed order waits for the warehouse: nothing is in progress that its customer should watch.
        boolean waiting = order.state() == OrderState.PLACED;
        List<Step> steps = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (stage == Stage.PLACED || seen.contains(stage.event)) {
                steps.add(new Step(stage.title, "done"));
            } else if (!alive) {
                steps.add(new Step(stage.title, "off"));
            } else {
                steps.add(new Step(stage.title, waiting ? "now" : "open"));
                waiting = false;
            }
        }
        return new Progress(List.copyOf(steps));
    }
}
