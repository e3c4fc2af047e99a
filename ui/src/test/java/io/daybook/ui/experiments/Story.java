package io.daybook.ui.experiments;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.Tier;
import io.daybook.api.inventory.LineQuantity;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.ReservationEvent.StockRefused;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.inventory.Shortage;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentRequested;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** What the log might say about a run, written as it happens: each event a millisecond after the one before. */
final class Story {

    static final Sku SKU = new Sku("EXP-TEST-1");

    private static final Money PENNY = Money.parse("GBP 0.01");
    private static final PaymentMethod CARD = new PaymentMethod("tok_approve", "4242");

    private final List<Recorded> recorded = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private int onHand;
    private int reserved;

    Story later(long millis) {
        now = now.plusMillis(millis);
        return this;
    }

    Instant now() {
        return now;
    }

    Story happens(Object event) {
        now = now.plusMillis(1);
        recorded.add(new Recorded(now, event));
        return this;
    }

    static OrderId order(int number) {
        return new OrderId("exp-test-" + number);
    }

    Story receives(int units) {
        onHand += units;
        return happens(new StockReceived(
                Numbering.WAREHOUSE, SKU, MovementId.random(), units, "experiment", "olive", level()));
    }

    private StockLevel level() {
        return new StockLevel(onHand, reserved);
    }

    Story placed(int number) {
        return placed(number, Tier.STANDARD);
    }

    Story placed(int number, Tier tier) {
        OrderLine line = new OrderLine(SKU, "Unit", 1, PENNY);
        Address address = new Address("A", "B", "C", "D", "E");
        return happens(new OrderPlaced(
                order(number), null, tier, Numbering.WAREHOUSE, List.of(line), PENNY, CARD, address, "olive"));
    }

    Story paymentAsked(int number) {
        return happens(new PaymentRequested(PaymentId.of(order(number)), order(number), PENNY, CARD));
    }

    Story paymentHeld(int number) {
        return happens(new PaymentAuthorized(PaymentId.of(order(number)), order(number), PENNY, "ref"));
    }

    Story paid(int number) {
        return happens(new PaymentCaptured(PaymentId.of(order(number)), order(number), PENNY));
    }

    Story reserved(int number) {
        reserved++;
        happens(new UnitsReserved(Numbering.WAREHOUSE, SKU, order(number), 1, level()));
        return happens(new StockReserved(order(number), Numbering.WAREHOUSE, List.of(new LineQuantity(SKU, 1))));
    }

    Story confirmed(int number) {
        return happens(new OrderConfirmed(order(number)));
    }

    /** From placed to confirmed. */
    Story fulfilled(int number) {
        return placed(number).reserved(number).paid(number).confirmed(number);
    }

    Story outOfStock(int number) {
        placed(number);
        happens(new StockRefused(order(number), Numbering.WAREHOUSE, List.of(new Shortage(SKU, 1, 0))));
        return rejected(number);
    }

    Story rejected(int number) {
        return happens(new OrderRejected(order(number), "Out of stock"));
    }

    Findings told() {
        return new Findings(recorded);
    }
}
