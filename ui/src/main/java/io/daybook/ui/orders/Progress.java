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
     * @param state {@code done}, {@code now}, {@code open}, {@code undone} when it was done and taken back, or {@code off}
     *              when the order does not get there any more
     */
    public record Step(String name, String state) {

        /** For those who do not see the colour. */
        public String spoken() {
            return switch (state) {
                case "done" -> "done";
                case "now" -> "in progress";
                case "open" -> "to come";
                case "undone" -> "taken back";
                default -> "not reached";
            };
        }
    }

    private enum Stage {
        PLACED("Placed", "OrderPlaced"),
        PAID("Paid", "PaymentAuthorized", "PaymentVoided", "PaymentRefunded"),
        RESERVED("Reserved", "StockReserved", "StockReleased"),
        CAPTURED("Captured", "PaymentCaptured", "PaymentRefunded"),
        CONFIRMED("Confirmed", "OrderConfirmed", "OrderCancelled"),
        DISPATCHED("Dispatched", "OrderDispatched");

        private final String title;
        private final String event;
        private final List<String> undoing;

        /**
         * @param event   what happens when this stage is reached
         * @param undoing what happens when it is taken back
         */
        Stage(String title, String event, String... undoing) {
            this.title = title;
            this.event = event;
            this.undoing = List.of(undoing);
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
                boolean undone = stage.undoing.stream().anyMatch(seen::contains);
                steps.add(new Step(stage.title, undone ? "undone" : "done"));
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
