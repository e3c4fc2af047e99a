package io.daybook.standalone.mongo;

import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.LineQuantity;
import io.daybook.api.inventory.ReservationEvent.StockDispatched;
import io.daybook.api.inventory.ReservationEvent.StockRefused;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.inventory.Shortage;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderEvent.CancellationRequested;
import io.daybook.api.order.OrderEvent.FulfilmentRetried;
import io.daybook.api.order.OrderEvent.FulfilmentStuck;
import io.daybook.api.order.OrderEvent.OrderCancelled;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderDispatched;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentDeclined;
import io.daybook.api.payment.PaymentEvent.PaymentVoided;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.joda.money.Money;

/** A log in which orders of all fates are under way at the same time; the same one each time it is told. */
final class Story {

    private static final int UNDER_WAY = 60;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random = new Random(42);
    private final List<DomainEventMessage<?>> events = new ArrayList<>();
    private int orders;

    static List<DomainEventMessage<?>> of(int orders) {
        return new Story().tell(orders);
    }

    private List<DomainEventMessage<?>> tell(int count) {
        List<Deque<Object>> open = new ArrayList<>();
        while (orders < count || !open.isEmpty()) {
            if (orders < count && open.size() < UNDER_WAY) {
                open.add(fate(orders++));
            }
            Deque<Object> next = open.get(random.nextInt(open.size()));
            append(next.remove());
            if (next.isEmpty()) {
                open.remove(next);
            }
        }
        return events;
    }

    private void append(Object event) {
        int position = events.size();
        events.add(new GenericDomainEventMessage<>(
                "Story",
                "story",
                position,
                event,
                MetaData.emptyInstance(),
                "event-" + position,
                BEGIN.plusMillis(position)));
    }

    private Deque<Object> fate(int number) {
        OrderId id = new OrderId("order-" + number);
        PaymentId payment = PaymentId.of(id);
        List<OrderLine> lines = IntStream.rangeClosed(0, random.nextInt(20))
                .mapToObj(i -> new OrderLine(new Sku("SKU" + i), "THING " + i, 1 + i, Money.parse("GBP 1.25")))
                .toList();
        Money total = lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
        WarehouseId main = WarehouseId.MAIN;
        Deque<Object> fate = new ArrayDeque<>();
        fate.add(new OrderPlaced(
                id,
                new CustomerId("customer-" + number % 50),
                Tier.STANDARD,
                main,
                lines,
                total,
                new PaymentMethod("tok_approve", "4242"),
                new Address("Ada", "1 Street", "London", "SW1", "UK"),
                "ada"));
        int luck = random.nextInt(10);
        if (luck == 0) {
            fate.addAll(List.of(new PaymentDeclined(payment, id, "no funds"), new OrderRejected(id, "no funds")));
            return fate;
        }
        fate.add(new PaymentAuthorized(payment, id, total, "ref-" + number));
        if (luck == 1) {
            fate.add(new StockRefused(id, main, List.of(new Shortage(new Sku("SKU0"), 5, 1))));
            fate.addAll(List.of(new PaymentVoided(payment, id), new OrderRejected(id, "out of stock")));
            return fate;
        }
        for (OrderLine line : lines) {
            StockLevel level = new StockLevel(1_000_000, number * 7 + line.quantity());
            fate.add(new UnitsReserved(main, line.sku(), id, line.quantity(), level));
        }
        fate.add(new StockReserved(
                id,
                main,
                lines.stream()
                        .map(line -> new LineQuantity(line.sku(), line.quantity()))
                        .toList()));
        if (luck == 2) {
            fate.add(new FulfilmentStuck(id, Step.CAPTURE, "no answer"));
            if (number % 2 == 0) {
                return fate; // It stays stuck.
            }
            fate.add(new FulfilmentRetried(id, "mended", "staff"));
        }
        fate.addAll(List.of(new PaymentCaptured(payment, id, total), new OrderConfirmed(id)));
        if (luck == 3) {
            fate.addAll(List.of(
                    new CancellationRequested(id, main, true, "changed my mind", "ada"), new OrderCancelled(id)));
        } else if (luck == 4) {
            fate.add(new OrderDispatched(id, main, "staff"));
            if (number % 2 == 0) {
                fate.add(new StockDispatched(id, main));
            }
        }
        return fate;
    }
}
