package io.daybook.ui.orders;

import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;

/** What customers read about where an order stands. */
final class StateText {

    private StateText() {}

    static String name(OrderState state) {
        return switch (state) {
            case PLACED -> "In progress";
            case CONFIRMED -> "Confirmed";
            case REJECTED -> "Not fulfilled";
            case CANCELLING -> "Being cancelled";
            case CANCELLED -> "Cancelled";
            case DISPATCHED -> "Dispatched";
        };
    }

    static String kind(OrderState state) {
        return switch (state) {
            case PLACED, CANCELLING -> "going";
            case CONFIRMED, DISPATCHED -> "good";
            case REJECTED -> "bad";
            case CANCELLED -> "over";
        };
    }

    static String summary(OrderView order) {
        // What was short stands below, by name.
        boolean told = !order.shortages().isEmpty();
        String reason = told || order.reason() == null || order.reason().isBlank()
                ? ""
                : " Reason: " + sentence(order.reason());
        return switch (order.state()) {
            case PLACED -> "We have your order and are holding the money and the goods. This takes a moment.";
            case CONFIRMED -> "Your order is paid and packed away for you. The warehouse sends it next.";
            case REJECTED -> "We could not fulfil this order. You have not been charged." + reason;
            case CANCELLING -> "We are giving back the goods and the money. This takes a moment.";
            case CANCELLED -> "This order was cancelled. Any money taken is on its way back to your card." + reason;
            case DISPATCHED -> "Your parcel is on its way.";
        };
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }
}
