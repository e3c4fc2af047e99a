package io.daybook.query.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From which commands each event of an order comes, in the order of an order's life. For events from before the log kept the
 * names of commands, and for the order of what happened at the same moment.
 */
final class Causes {

    private static final Map<String, List<String>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("OrderPlaced", List.of("PlaceOrder"));
        COMMANDS.put("PaymentRequested", List.of("AuthorizePayment"));
        COMMANDS.put("PaymentAuthorized", List.of("RecordAuthorization"));
        COMMANDS.put("PaymentDeclined", List.of("RecordDecline"));
        COMMANDS.put("StockReserved", List.of("ReserveStock"));
        COMMANDS.put("StockRefused", List.of("ReserveStock"));
        COMMANDS.put("CaptureRequested", List.of("CapturePayment"));
        COMMANDS.put("PaymentCaptured", List.of("RecordCapture"));
        COMMANDS.put("PaymentCaptureFailed", List.of("RecordCaptureFailure"));
        COMMANDS.put("OrderConfirmed", List.of("ConfirmOrder"));
        COMMANDS.put("StepTimedOut", List.of("TimeOutStep"));
        COMMANDS.put("FulfilmentStuck", List.of("MarkStuck"));
        COMMANDS.put("StepSkipped", List.of("SkipStep"));
        COMMANDS.put("FulfilmentRetried", List.of("RetryFulfilment"));
        COMMANDS.put("CancellationRequested", List.of("CancelOrder"));
        COMMANDS.put("VoidRequested", List.of("VoidPayment", "RefundPayment"));
        COMMANDS.put("PaymentVoided", List.of("RecordVoid", "VoidPayment", "RefundPayment", "RecordUndoneByHand"));
        COMMANDS.put("RefundRequested", List.of("RefundPayment", "VoidPayment", "RecordCapture"));
        COMMANDS.put("PaymentRefunded", List.of("RecordRefund", "RecordUndoneByHand"));
        COMMANDS.put("StockReleased", List.of("ReleaseStock"));
        COMMANDS.put("OrderRejected", List.of("RejectOrder"));
        COMMANDS.put("OrderCancelled", List.of("CompleteCancellation", "RejectOrder"));
        COMMANDS.put("OrderDispatched", List.of("DispatchOrder"));
        COMMANDS.put("StockDispatched", List.of("DispatchStock"));
    }

    private static final List<String> LIFE = List.copyOf(COMMANDS.keySet());

    private Causes() {}

    static List<String> of(String event) {
        return COMMANDS.getOrDefault(event, List.of());
    }

    /** Where in an order's life such an event stands: of two at the same moment, the earlier comes first. */
    static int age(String event) {
        int index = LIFE.indexOf(event);
        return index < 0 ? LIFE.size() : index;
    }
}
