package io.daybook.bench.tiers;

import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.OrderAnswer;
import io.daybook.bench.http.OrderRequest;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends the orders of one tier when their time has come, not when an earlier one is done: the time that an order waits to be
 * sent counts as waiting.
 */
final class Senders {

    private static final int PUT_OFF = 429;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final Session session;
    private final Supplier<OrderRequest> orders;
    private final double perSecond;
    private final int waitSeconds;
    private final String run = UUID.randomUUID() + "-";
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong putOff = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong unsettled = new AtomicLong();
    private final Histogram confirmed = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Histogram inLog = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Map<String, Long> failed = new TreeMap<>();
    private final List<Thread> threads = new ArrayList<>();

    /** @param waitSeconds how long each sender waits until its order is settled; 0 for not at all */
    Senders(Session session, Supplier<OrderRequest> orders, double perSecond, int waitSeconds) {
        this.session = session;
        this.orders = orders;
        this.perSecond = perSecond;
        this.waitSeconds = waitSeconds;
    }

    /** @param connections orders that can be on their way to the platform at one time */
    void start(Duration duration, int connections) {
        long from = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> send(from, from + duration.toNanos()), "sender-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void send(long from, long until) {
        try (DaybookClient client = session.client()) {
            while (true) {
                long number = next.getAndIncrement();
                long due = from + (long) (number * 1e9 / perSecond);
                if (due >= until || System.nanoTime() >= until) {
                    return;
                }
                sleepUntil(due);
                sent.incrementAndGet();
                try {
                    note(client.placeStaffOrder(run + number, orders.get(), waitSeconds), System.nanoTime() - due);
                } catch (IOException failure) {
                    fail(String.valueOf(failure.getMessage()));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(OrderAnswer answer, long nanos) {
        if (answer.taken()) {
            taken.incrementAndGet();
            if (answer.confirmed()) {
                record(confirmed, Duration.ofNanos(nanos));
                if (answer.inLog() != null) {
                    record(inLog, answer.inLog());
                }
            } else if (waitSeconds > 0) {
                (answer.settled() ? rejected : unsettled).incrementAndGet();
            }
        } else if (answer.status() == PUT_OFF) {
            putOff.incrementAndGet();
        } else {
            fail(answer.cause());
        }
    }

    private static void record(Histogram micros, Duration lasted) {
        micros.recordValue(Math.min(TimeUnit.NANOSECONDS.toMicros(lasted.toNanos()), LONGEST_MICROS));
    }

    private synchronized void fail(String cause) {
        failed.merge(cause, 1L, Long::sum);
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
    }

    /** @param settled orders of the tier that were confirmed meanwhile */
    synchronized Outcome outcome(long settled, double seconds) {
        return new Outcome(
                perSecond,
                Math.max(0, Math.round(perSecond * seconds) - sent.get()),
                taken.get(),
                putOff.get(),
                settled,
                settled / seconds,
                waitSeconds == 0 ? null : Outcome.Latency.of(confirmed),
                waitSeconds == 0 ? null : Outcome.Latency.of(inLog),
                rejected.get(),
                unsettled.get(),
                Map.copyOf(failed));
    }
}
