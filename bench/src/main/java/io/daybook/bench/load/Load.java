package io.daybook.bench.load;

import io.daybook.bench.http.Card;
import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.OrderAnswer;
import io.daybook.bench.http.OrderRequest;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Clients that each place one order after the other, for a while. Counted is what ends in the measured time. */
final class Load {

    private static final long PAUSE_AFTER_FAILURE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Session session;
    private final LoadPlan plan;

    Load(Session session, LoadPlan plan) {
        this.session = session;
        this.plan = plan;
    }

    /** @throws IOException when the server's meters cannot be read */
    LoadResult run() throws IOException, InterruptedException {
        long from = System.nanoTime() + plan.warmup().toNanos();
        long until = from + plan.measured().toNanos();
        List<Tally> tallies = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < plan.clients(); i++) {
            Tally tally = new Tally();
            int number = i;
            tallies.add(tally);
            threads.add(new Thread(() -> placeOrders(number, from, until, tally), "client-" + i));
        }
        threads.forEach(Thread::start);
        try (DaybookClient observer = session.client()) {
            sleepUntil(from);
            long start = System.nanoTime();
            Meters before = Meters.read(observer, plan.serverPid());
            sleepUntil(until);
            Meters after = Meters.read(observer, plan.serverPid());
            double seconds = (System.nanoTime() - start) / 1e9;
            for (Thread thread : threads) {
                thread.join();
            }
            Tally all = new Tally();
            tallies.forEach(all::addAll);
            return LoadResult.of(plan, all, before, after, seconds);
        }
    }

    private void placeOrders(int number, long from, long until, Tally tally) {
        SplittableRandom random = new SplittableRandom();
        String run = UUID.randomUUID() + "-";
        try (DaybookClient client = session.client()) {
            for (int i = 0; System.nanoTime() < until; i++) {
                long start = System.nanoTime();
                try {
                    OrderAnswer answer = place(client, run + i, number + i * plan.clients(), random);
                    long end = System.nanoTime();
                    if (end >= from && end < until) {
                        tally.add(answer, end - start);
                    }
                    if (!answer.taken()) {
                        LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
                    }
                } catch (IOException failure) {
                    if (System.nanoTime() >= from) {
                        tally.addFailure(failure);
                    }
                    LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
                }
            }
        }
    }

    private OrderAnswer place(DaybookClient client, String key, int turn, SplittableRandom random) throws IOException {
        List<OrderRequest.Line> lines = lines(random);
        if (plan.customers().isEmpty()) {
            return client.placeOrder(key, OrderRequest.own(lines, Card.APPROVE), plan.waitSeconds());
        }
        String customer =
                plan.customers().get(Math.floorMod(turn, plan.customers().size()));
        OrderRequest order = new OrderRequest(
                customer,
                lines,
                new OrderRequest.Payment(Card.APPROVE.number()),
                OrderRequest.ShippingAddress.anywhere());
        return client.placeStaffOrder(key, order, plan.waitSeconds());
    }

    private List<OrderRequest.Line> lines(SplittableRandom random) {
        Set<String> skus = new LinkedHashSet<>();
        while (skus.size() < plan.lines()) {
            skus.add(plan.skus().get(random.nextInt(plan.skus().size())));
        }
        return skus.stream()
                .map(sku -> new OrderRequest.Line(sku, 1, plan.customers().isEmpty() ? null : BenchProducts.PRICE))
                .toList();
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
    }
}
