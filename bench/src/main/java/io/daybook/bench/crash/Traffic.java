package io.daybook.bench.crash;

import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.OrderAnswer;
import io.daybook.bench.http.OrderRequest;
import io.daybook.bench.http.Reply;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Clients that place orders and cancel some, and that go on through crashes as good clients do: what was not acknowledged
 * is sent again under the same key until it is.
 */
final class Traffic {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Entrance entrance;
    private final LongFunction<OrderMix> mixes;
    private final int waitSeconds;
    private final Acknowledgements acknowledged;
    private final ClientWatch watch;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong unanswered = new AtomicLong();
    private volatile boolean ending;

    private record Pending(String key, OrderRequest order, long sinceMillis) {}

    /**
     * @param mixes       makes a client's orders from its seed
     * @param waitSeconds how long the platform is asked to wait for an order's end before it answers
     */
    Traffic(
            Entrance entrance,
            LongFunction<OrderMix> mixes,
            int waitSeconds,
            Acknowledgements acknowledged,
            ClientWatch watch) {
        this.entrance = entrance;
        this.mixes = mixes;
        this.waitSeconds = waitSeconds;
        this.acknowledged = acknowledged;
        this.watch = watch;
    }

    void start(int clients, long seed) {
        for (int i = 0; i < clients; i++) {
            int number = i;
            Thread thread = new Thread(() -> run(number, mixes.apply(seed * 1_000 + number)), "client-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** Has every client bring its present order to an end, and waits until all have; false when they did not in time. */
    boolean finish(long millis) throws InterruptedException {
        ending = true;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }

    /** Calls to which there was no answer: these orders had to be sent again. */
    long unanswered() {
        return unanswered.get();
    }

    private void run(int number, OrderMix mix) {
        Session session = null;
        DaybookClient client = null;
        Pending pending = null;
        int count = 0;
        try {
            while (pending != null || !ending) {
                Session current = entrance.await(number);
                if (current == null) {
                    return;
                }
                if (current != session || client == null) {
                    close(client);
                    client = current.client();
                    session = current;
                }
                if (pending == null) {
                    pending = new Pending("crash-" + number + "-" + count++, mix.next(), System.currentTimeMillis());
                }
                pending = advance(number, client, pending, mix);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            close(client);
        }
    }

    /** Returns what is still to be sent again; null when it is done. */
    private @Nullable Pending advance(int number, DaybookClient client, Pending pending, OrderMix mix) {
        try {
            OrderAnswer answer = place(client, pending);
            if (answer.taken()) {
                acknowledged.placed(pending.key(), answer.orderId());
                watch.taken(answer, pending.sinceMillis());
                if (mix.cancels()) {
                    cancel(client, pending.order(), answer.orderId());
                }
                return null;
            }
            if (answer.unclear() || answer.status() == 401) {
                watch.failed(answer.reason());
                LockSupport.parkNanos(PAUSE);
                return pending;
            }
            acknowledged.refused(answer.cause());
            return null;
        } catch (IOException noAnswer) {
            unanswered.incrementAndGet();
            watch.failed(String.valueOf(noAnswer.getMessage()));
            entrance.unanswered(number);
            LockSupport.parkNanos(PAUSE);
            return pending;
        }
    }

    private OrderAnswer place(DaybookClient client, Pending pending) throws IOException {
        return pending.order().customerId() == null
                ? client.placeOrder(pending.key(), pending.order(), waitSeconds)
                : client.placeStaffOrder(pending.key(), pending.order(), waitSeconds);
    }

    private void cancel(DaybookClient client, OrderRequest order, String orderId) {
        try {
            Reply reply = order.customerId() == null
                    ? client.cancel(orderId, "Changed my mind")
                    : client.cancelStaffOrder(orderId, "Changed their mind");
            if (reply.ok()) {
                acknowledged.cancelled(orderId);
            } else if (reply.status() >= 500) {
                watch.failed("cancellation: " + reply.summary());
            }
        } catch (IOException noAnswer) {
            unanswered.incrementAndGet();
            watch.failed("cancellation: " + noAnswer.getMessage());
        }
    }

    private static void close(@Nullable DaybookClient client) {
        if (client != null) {
            client.close();
        }
    }
}
