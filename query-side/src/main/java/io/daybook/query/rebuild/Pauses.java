package io.daybook.query.rebuild;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses that end when the instance does. */
final class Pauses {

    private final CountDownLatch end = new CountDownLatch(1);

    /** Waits so long, unless it is over before. */
    void pause(Duration time) {
        try {
            // Whether the end has come is asked for by whoever goes on.
            boolean over = end.await(time.toNanos(), TimeUnit.NANOSECONDS);
            if (over) {
                Thread.yield();
            }
        } catch (InterruptedException interrupted) {
            end();
            Thread.currentThread().interrupt();
        }
    }

    boolean isOver() {
        return end.getCount() == 0;
    }

    void end() {
        end.countDown();
    }
}
