package io.daybook.saga.fulfilment;

import static io.daybook.saga.fulfilment.Undo.REFUND_PAYMENT;
import static io.daybook.saga.fulfilment.Undo.RELEASE_STOCK;
import static io.daybook.saga.fulfilment.Undo.VOID_PAYMENT;

import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.InventoryCommand.DispatchStock;
import io.daybook.api.inventory.InventoryCommand.ReleaseStock;
import io.daybook.api.inventory.InventoryCommand.ReserveStock;
import io.daybook.api.inventory.LineQuantity;
import io.daybook.api.inventory.ReservationEvent.StockRefused;
import io.daybook.api.inventory.ReservationEvent.StockReleased;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.inventory.Shortage;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderCommand.CompleteCancellation;
import io.daybook.api.order.OrderCommand.ConfirmOrder;
import io.daybook.api.order.OrderCommand.MarkStuck;
import io.daybook.api.order.OrderCommand.RejectOrder;
import io.daybook.api.order.OrderEvent.CancellationRequested;
import io.daybook.api.order.OrderEvent.FulfilmentRetried;
import io.daybook.api.order.OrderEvent.OrderDispatched;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.StepSkipped;
import io.daybook.api.order.OrderEvent.StepTimedOut;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.payment.PaymentCommand.AuthorizePayment;
import io.daybook.api.payment.PaymentCommand.CapturePayment;
import io.daybook.api.payment.PaymentCommand.RecordUndoneByHand;
import io.daybook.api.payment.PaymentCommand.RefundPayment;
import io.daybook.api.payment.PaymentCommand.VoidPayment;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentDeclined;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has come, and what follows from each event. Pure: the same state and event always give the same
 * decision, so an event seen twice sends the same commands again, which change nothing the second time.
 *
 * @param awaiting  the step whose answer is awaited
 * @param lines     what to reserve, summed by product
 * @param charge    what to charge; null when the order costs nothing, so that no payment is needed
 * @param undoing   undos sent and not yet confirmed
 * @param rejection why the order is being rejected; null when it is not
 */
record Fulfilment(
        OrderId orderId,
        WarehouseId warehouse,
        Step awaiting,
        List<LineQuantity> lines,
        @Nullable Charge charge,
        Set<Undo> undoing,
        @Nullable String rejection) {

    /** What an order costs and what it is paid with. */
    record Charge(Money amount, PaymentMethod method) {}

    static Decision start(OrderPlaced event) {
        Charge charge = event.total().isZero() ? null : new Charge(event.total(), event.payment());
        Step first = charge == null ? Step.STOCK : Step.PAYMENT;
        return new Fulfilment(
                        event.orderId(), event.warehouse(), first, sumByProduct(event.lines()), charge, Set.of(), null)
                .enter(first);
    }

    /** An order that had been confirmed is taken back: the fulfilment that brought it there has ended. */
    static Decision takeBack(CancellationRequested event) {
        return new Fulfilment(event.orderId(), event.warehouse(), Step.COMPENSATION, List.of(), null, Set.of(), null)
                .compensate(EnumSet.of(REFUND_PAYMENT, RELEASE_STOCK), null);
    }

    static Decision start(OrderDispatched event) {
        return new Fulfilment(event.orderId(), event.warehouse(), Step.DISPATCH, List.of(), null, Set.of(), null)
                .enter(Step.DISPATCH);
    }

    Decision on(PaymentAuthorized event) {
        return awaiting == Step.PAYMENT ? enter(Step.STOCK) : Decision.stay(this);
    }

    Decision on(PaymentDeclined event) {
        if (awaiting == Step.PAYMENT) {
            return compensate(EnumSet.noneOf(Undo.class), "Payment declined: " + event.reason());
        }
        return paymentUndone();
    }

    Decision on(StockReserved event) {
        if (awaiting != Step.STOCK) {
            return Decision.stay(this);
        }
        return enter(charge == null ? Step.CONFIRMATION : Step.CAPTURE);
    }

    Decision on(StockRefused event) {
        if (awaiting == Step.STOCK) {
            return compensate(paymentBegun(VOID_PAYMENT), "Out of stock: " + describe(event.shortages()));
        }
        return undone(EnumSet.of(RELEASE_STOCK));
    }

    Decision on(PaymentCaptured event) {
        return awaiting == Step.CAPTURE ? enter(Step.CONFIRMATION) : Decision.stay(this);
    }

    Decision on(PaymentCaptureFailed event) {
        if (awaiting != Step.CAPTURE) {
            return Decision.stay(this);
        }
        return compensate(EnumSet.of(VOID_PAYMENT, RELEASE_STOCK), "Payment failed: " + event.reason());
    }

    Decision on(StockReleased event) {
        return undone(EnumSet.of(RELEASE_STOCK));
    }

    /** The payment was voided or refunded. */
    Decision paymentUndone() {
        return undone(EnumSet.of(VOID_PAYMENT, REFUND_PAYMENT));
    }

    Decision on(CancellationRequested event) {
        return switch (awaiting) {
            case PAYMENT -> compensate(EnumSet.of(VOID_PAYMENT), null);
            case STOCK -> compensate(with(paymentBegun(VOID_PAYMENT), RELEASE_STOCK), null);
            case CAPTURE, CONFIRMATION -> compensate(with(paymentBegun(REFUND_PAYMENT), RELEASE_STOCK), null);
            // The order will be neither confirmed nor rejected any more: what is being undone ends in a cancellation.
            case COMPENSATION ->
                new Fulfilment(orderId, warehouse, awaiting, lines, charge, undoing, null).undone(Set.of());
            case DISPATCH -> Decision.stay(this);
        };
    }

    Decision on(StepTimedOut event) {
        if (event.step() != awaiting) {
            return Decision.stay(this);
        }
        return switch (awaiting) {
            case PAYMENT -> compensate(EnumSet.of(VOID_PAYMENT), "The payment was not answered in time");
            case STOCK ->
                compensate(with(paymentBegun(VOID_PAYMENT), RELEASE_STOCK), "The stock was not reserved in time");
            case CAPTURE ->
                compensate(EnumSet.of(REFUND_PAYMENT, RELEASE_STOCK), "The payment was not completed in time");
            case CONFIRMATION, COMPENSATION, DISPATCH ->
                new Decision(this, List.of(new MarkStuck(orderId, awaiting, "Not answered in time: " + waitsFor())));
        };
    }

    /**
     * A person has done by hand what the present step waits for. What is undone by hand is put on record where it belongs, and
     * the record says when it is done; goods that were taken off the books need no more.
     */
    Decision on(StepSkipped event) {
        if (event.step() != awaiting) {
            return Decision.stay(this);
        }
        return switch (awaiting) {
            case COMPENSATION -> new Decision(this, undoing.isEmpty() ? commands() : undoneByHand());
            case DISPATCH -> Decision.stay(this);
            case PAYMENT, STOCK, CAPTURE, CONFIRMATION ->
                new Decision(this, List.of(new MarkStuck(orderId, awaiting, "Cannot be skipped: " + waitsFor())));
        };
    }

    private List<Object> undoneByHand() {
        List<Object> commands = new ArrayList<>();
        if (undoing.contains(VOID_PAYMENT) || undoing.contains(REFUND_PAYMENT)) {
            commands.add(new RecordUndoneByHand(paymentId()));
        }
        if (undoing.contains(RELEASE_STOCK)) {
            commands.add(new ReleaseStock(warehouse, orderId));
        }
        return commands;
    }

    /** Whether nothing is left to be done once this step is skipped. */
    boolean endsWith(StepSkipped event) {
        return awaiting == Step.DISPATCH && event.step() == Step.DISPATCH;
    }

    /** A person wants the present step tried again. */
    Decision on(FulfilmentRetried event) {
        return new Decision(this, commands());
    }

    private Decision enter(Step step) {
        Fulfilment next = new Fulfilment(orderId, warehouse, step, lines, charge, undoing, rejection);
        return new Decision(next, next.commands());
    }

    private Decision compensate(Set<Undo> begun, @Nullable String reason) {
        Fulfilment next = new Fulfilment(orderId, warehouse, Step.COMPENSATION, List.of(), charge, begun, reason);
        return new Decision(next, next.commands());
    }

    private Decision undone(Set<Undo> done) {
        if (awaiting != Step.COMPENSATION) {
            return Decision.stay(this);
        }
        Set<Undo> left = EnumSet.noneOf(Undo.class);
        left.addAll(undoing);
        left.removeAll(done);
        Fulfilment next = new Fulfilment(orderId, warehouse, awaiting, lines, charge, left, rejection);
        return new Decision(next, left.isEmpty() ? next.commands() : List.of());
    }

    /** What the present step sends. */
    private List<Object> commands() {
        return switch (awaiting) {
            case PAYMENT -> List.of(authorize());
            case STOCK -> List.of(new ReserveStock(warehouse, orderId, lines));
            case CAPTURE -> List.of(new CapturePayment(paymentId()));
            case CONFIRMATION -> List.of(new ConfirmOrder(orderId));
            case COMPENSATION -> undoing.isEmpty() ? List.of(close()) : undos();
            case DISPATCH -> List.of(new DispatchStock(warehouse, orderId));
        };
    }

    private Object authorize() {
        Charge due = charge;
        if (due == null) {
            throw new IllegalStateException("order %s costs nothing and awaits a payment".formatted(orderId));
        }
        return new AuthorizePayment(paymentId(), orderId, due.amount(), due.method());
    }

    private List<Object> undos() {
        List<Object> commands = new ArrayList<>();
        for (Undo undo : undoing) {
            commands.add(
                    switch (undo) {
                        case VOID_PAYMENT -> new VoidPayment(paymentId(), orderId);
                        case REFUND_PAYMENT -> new RefundPayment(paymentId());
                        case RELEASE_STOCK -> new ReleaseStock(warehouse, orderId);
                    });
        }
        return commands;
    }

    private Object close() {
        return rejection == null ? new CompleteCancellation(orderId) : new RejectOrder(orderId, rejection);
    }

    private String waitsFor() {
        return undoing.isEmpty() ? commands().get(0).getClass().getSimpleName() : undoing.toString();
    }

    private PaymentId paymentId() {
        return PaymentId.of(orderId);
    }

    private Set<Undo> paymentBegun(Undo undo) {
        return charge == null ? EnumSet.noneOf(Undo.class) : EnumSet.of(undo);
    }

    private static Set<Undo> with(Set<Undo> undos, Undo another) {
        undos.add(another);
        return undos;
    }

    private static List<LineQuantity> sumByProduct(List<OrderLine> lines) {
        return lines.stream()
                .collect(
                        Collectors.groupingBy(OrderLine::sku, TreeMap::new, Collectors.summingInt(OrderLine::quantity)))
                .entrySet()
                .stream()
                .map(entry -> new LineQuantity(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String describe(List<Shortage> shortages) {
        return shortages.stream()
                .map(shortage -> "%s (%d wanted, %d there)"
                        .formatted(shortage.sku(), shortage.requested(), shortage.available()))
                .collect(Collectors.joining(", "));
    }
}
