package io.daybook.bench.retail;

import io.daybook.bench.http.Card;
import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.OrderAnswer;
import io.daybook.bench.http.OrderRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Places one order of a sales file and waits for its end. Its idempotency key comes from its invoice number, so that it can
 * be sent again whenever it is not clear what became of it, even by another run.
 */
final class Placement {

    private static final int ATTEMPTS = 7;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long POLL_MILLIS = 200;

    private final int waitSeconds;
    private final Duration settle;

    /**
     * @param waitSeconds how long the platform is asked to wait before it answers
     * @param settle      how long an order is looked at after that until it is given up as not settled
     */
    Placement(int waitSeconds, Duration settle) {
        this.waitSeconds = waitSeconds;
        this.settle = settle;
    }

    /** @throws IOException when there was no answer after several attempts */
    OrderAnswer place(DaybookClient client, SalesOrder order) throws IOException {
        OrderRequest request = request(order);
        String key = "retail-" + order.invoice();
        for (int attempt = 1; ; attempt++) {
            try {
                OrderAnswer answer = client.placeStaffOrder(key, request, waitSeconds);
                if (!answer.unclear() || attempt == ATTEMPTS) {
                    return settled(client, answer);
                }
            } catch (IOException noAnswer) {
                if (attempt == ATTEMPTS) {
                    throw noAnswer;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(FIRST_PAUSE_MILLIS << (attempt - 1)));
        }
    }

    private OrderAnswer settled(DaybookClient client, OrderAnswer placed) throws IOException {
        OrderAnswer answer = placed;
        long end = System.nanoTime() + settle.toNanos();
        while (answer.taken() && !answer.settled() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
            OrderAnswer seen = client.staffOrder(answer.orderId());
            answer = seen.taken() ? seen : answer;
        }
        return answer;
    }

    private static OrderRequest request(SalesOrder order) {
        String customer = order.customerId();
        return new OrderRequest(
                customer,
                order.lines().stream()
                        .map(line -> new OrderRequest.Line(line.sku(), line.quantity(), line.price()))
                        .toList(),
                new OrderRequest.Payment(Card.APPROVE.number()),
                new OrderRequest.ShippingAddress(
                        customer == null ? "Guest of invoice " + order.invoice() : "Customer " + customer,
                        "Invoice " + order.invoice(),
                        order.country(),
                        "0000",
                        order.country()));
    }
}
