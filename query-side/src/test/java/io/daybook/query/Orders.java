package io.daybook.query;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.LineQuantity;
import io.daybook.api.inventory.ReservationEvent;
import io.daybook.api.inventory.Shortage;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderEvent;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.payment.PaymentEvent;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Events of one order, to be told as a story. */
public record Orders(OrderId id, CustomerId customer, List<OrderLine> lines) {

    public static Orders of(String id, String customer, int lines) {
        return new Orders(
                new OrderId(id),
                new CustomerId(customer),
                IntStream.range(0, lines)
                        .mapToObj(i -> new OrderLine(
                                new Sku("SKU" + i),
                                "WHITE HANGING HEART T-LIGHT HOLDER " + i,
                                1 + i,
                                Money.parse("GBP 2.55")))
                        .toList());
    }

    public Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money.zero(CurrencyUnit.GBP), Money::plus);
    }

    public OrderEvent.OrderPlaced placed() {
        return placed(total());
    }

    public OrderEvent.OrderPlaced placed(Money total) {
        return new OrderEvent.OrderPlaced(
                id,
                customer,
                Tier.STANDARD,
                WarehouseId.MAIN,
                lines,
                total,
                new PaymentMethod("tok_approve", "4242"),
                new Address("Ada Lovelace", "12 St James's Square", "London", "SW1Y 4JH", "United Kingdom"),
                customer.value());
    }

    public PaymentEvent.PaymentAuthorized authorized() {
        return new PaymentEvent.PaymentAuthorized(PaymentId.of(id), id, total(), "ref-" + id);
    }

    public PaymentEvent.PaymentDeclined declined(String reason) {
        return new PaymentEvent.PaymentDeclined(PaymentId.of(id), id, reason);
    }

    public PaymentEvent.PaymentCaptured captured() {
        return new PaymentEvent.PaymentCaptured(PaymentId.of(id), id, total());
    }

    public PaymentEvent.PaymentVoided voided() {
        return new PaymentEvent.PaymentVoided(PaymentId.of(id), id);
    }

    public ReservationEvent.StockReserved reserved() {
        return new ReservationEvent.StockReserved(
                id,
                WarehouseId.MAIN,
                lines.stream()
                        .map(line -> new LineQuantity(line.sku(), line.quantity()))
                        .toList());
    }

    public ReservationEvent.StockRefused refused() {
        return new ReservationEvent.StockRefused(
                id, WarehouseId.MAIN, List.of(new Shortage(lines.get(0).sku(), 5, 2)));
    }

    public ReservationEvent.StockDispatched stockDispatched() {
        return new ReservationEvent.StockDispatched(id, WarehouseId.MAIN);
    }

    public OrderEvent.OrderConfirmed confirmed() {
        return new OrderEvent.OrderConfirmed(id);
    }

    public OrderEvent.OrderRejected rejected(String reason) {
        return new OrderEvent.OrderRejected(id, reason);
    }

    public OrderEvent.CancellationRequested cancellationRequested() {
        return new OrderEvent.CancellationRequested(id, WarehouseId.MAIN, false, "changed my mind", "ada");
    }

    public OrderEvent.OrderCancelled cancelled() {
        return new OrderEvent.OrderCancelled(id);
    }

    public OrderEvent.OrderDispatched dispatched() {
        return new OrderEvent.OrderDispatched(id, WarehouseId.MAIN, "staff");
    }

    public OrderEvent.FulfilmentStuck stuck(Step step, String cause) {
        return new OrderEvent.FulfilmentStuck(id, step, cause);
    }

    public OrderEvent.FulfilmentRetried retried() {
        return new OrderEvent.FulfilmentRetried(id, "mended", "staff");
    }

    public OrderEvent.StepTimedOut timedOut(Step step) {
        return new OrderEvent.StepTimedOut(id, step);
    }
}
