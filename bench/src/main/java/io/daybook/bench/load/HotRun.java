package io.daybook.bench.load;

import io.daybook.bench.http.Card;
import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.OrderAnswer;
import io.daybook.bench.http.OrderRequest;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Offers a fixed number of orders for one product, by many clients at once. */
final class HotRun {

    private static final int WAIT_SECONDS = 10;
    private static final int ATTEMPTS = 5;
    private static final Duration SETTLE = Duration.ofSeconds(60);

    private final Session session;
    private final String sku;
    private final int clients;
    private final int orders;
    private final AtomicInteger next = new AtomicInteger();

    /** What the clients saw, and how long it took. */
    record Offered(Tally tally, double seconds) {}

    HotRun(Session session, String sku, int clients, int orders) {
        this.session = session;
        this.sku = sku;
        this.clients = clients;
        this.orders = orders;
    }

    Offered run() throws InterruptedException {
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        List<Tally> tallies = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Tally tally = new Tally();
            tallies.add(tally);
            threads.add(new Thread(() -> work(tally), "client-" + i));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        Tally all = new Tally();
        tallies.forEach(all::addAll);
        return new Offered(all, (System.nanoTime() - start) / 1e9);
    }

    private void work(Tally tally) {
        try (DaybookClient client = session.client()) {
            for (int number = next.getAndIncrement(); number < orders; number = next.getAndIncrement()) {
                long start = System.nanoTime();
                try {
                    tally.add(settled(client, place(client, sku + "-" + number)), System.nanoTime() - start);
                } catch (IOException failure) {
                    tally.addFailure(failure);
                }
            }
        }
    }

    private OrderAnswer place(DaybookClient client, String key) throws IOException {
        OrderRequest order = OrderRequest.own(List.of(new OrderRequest.Line(sku, 1, null)), Card.APPROVE);
        OrderAnswer answer = client.placeOrder(key, order, WAIT_SECONDS);
        for (int attempt = 1; answer.unclear() && attempt < ATTEMPTS; attempt++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100L << attempt));
            answer = client.placeOrder(key, order, WAIT_SECONDS);
        }
        return answer;
    }

    private static OrderAnswer settled(DaybookClient client, OrderAnswer placed) throws IOException {
        OrderAnswer answer = placed;
        long end = System.nanoTime() + SETTLE.toNanos();
        while (answer.taken() && !answer.settled() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            OrderAnswer seen = client.order(answer.orderId());
            answer = seen.taken() ? seen : answer;
        }
        return answer;
    }
}
