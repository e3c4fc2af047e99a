package io.daybook.ui.inventory;

import io.daybook.api.inventory.StockQuery.Movement;
import io.daybook.ui.pages.Times;

/**
 * A movement of stock as staff see it.
 *
 * @param order the order that caused it, whose page tells more; empty when a person did
 */
public record MovementRow(
        Times at, String what, String quantity, String by, String order, String reason, int onHand, int reserved) {

    private static final String ORDER = "order ";

    static MovementRow of(Movement movement, String by) {
        boolean ordered = movement.by().startsWith(ORDER);
        String reason = movement.reason();
        return new MovementRow(
                Times.of(movement.at()),
                what(movement.kind()),
                movement.quantity() > 0 ? "+" + movement.quantity() : "\u2212" + -(long) movement.quantity(),
                by,
                ordered ? movement.by().substring(ORDER.length()) : "",
                reason == null ? "" : reason,
                movement.level().onHand(),
                movement.level().reserved());
    }

    private static String what(String kind) {
        return switch (kind) {
            case "StockReceived" -> "Received";
            case "StockAdjusted" -> "Adjusted";
            case "UnitsReserved" -> "Reserved";
            case "UnitsReleased" -> "Released";
            case "UnitsDispatched" -> "Dispatched";
            default -> kind;
        };
    }
}
