package io.daybook.ui.orders;

import io.daybook.api.order.OrderView.TimelineEntry;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What customers read for the name of an event. */
final class TimelineText {

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("OrderPlaced", "Order placed"),
            Map.entry("PaymentRequested", "Payment asked for"),
            Map.entry("PaymentAuthorized", "Payment approved: the money is held, not taken"),
            Map.entry("PaymentDeclined", "Payment declined"),
            Map.entry("StockReserved", "All items reserved for you"),
            Map.entry("StockRefused", "Not everything was in stock"),
            Map.entry("CaptureRequested", "Payment being taken"),
            Map.entry("PaymentCaptured", "Payment taken"),
            Map.entry("PaymentCaptureFailed", "Payment could not be taken"),
            Map.entry("OrderConfirmed", "Order confirmed"),
            Map.entry("OrderRejected", "Order could not be fulfilled"),
            Map.entry("CancellationRequested", "Cancellation asked for"),
            Map.entry("OrderCancelled", "Order cancelled"),
            Map.entry("StockReleased", "Reserved items given back"),
            Map.entry("VoidRequested", "Held money being let go"),
            Map.entry("PaymentVoided", "Held money let go: nothing was charged"),
            Map.entry("RefundRequested", "Refund started"),
            Map.entry("PaymentRefunded", "Payment refunded"),
            Map.entry("StockDispatched", "Items left the shelf"),
            Map.entry("OrderDispatched", "Order dispatched"),
            Map.entry("StepTimedOut", "A step took too long"),
            Map.entry("FulfilmentStuck", "Held up: our staff are looking at it"),
            Map.entry("StepSkipped", "Put right by hand by our staff"),
            Map.entry("FulfilmentRetried", "Tried again by our staff"));

    /** What is noted of these concerns the customer; other notes are for staff. */
    private static final Set<String> NOTED_FOR_CUSTOMERS =
            Set.of("PaymentDeclined", "PaymentCaptured", "PaymentCaptureFailed", "PaymentRefunded");

    private TimelineText() {}

    static String customersNote(TimelineEntry entry) {
        return NOTED_FOR_CUSTOMERS.contains(entry.what()) ? entry.note() : "";
    }

    static String of(String event) {
        String text = TEXTS.get(event);
        if (text != null) {
            return text;
        }
        String words = event.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.UK);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
