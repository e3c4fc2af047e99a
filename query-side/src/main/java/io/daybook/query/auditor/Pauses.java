package io.daybook.query.auditor;

import java.time.Duration;

/** Times in which the auditor does not work, because it waits or rests; they are not on its account. */
final class Pauses {

    private long nanos;

    void rest(Duration time) throws InterruptedException {
        long start = System.nanoTime();
        Thread.sleep(time.toMillis());
        nanos += System.nanoTime() - start;
    }

    void waiting(Runnable wait) {
        long start = System.nanoTime();
        wait.run();
        nanos += System.nanoTime() - start;
    }

    /** How long it has not worked, since this was asked last. */
    long takeNanos() {
        long taken = nanos;
        nanos = 0;
        return taken;
    }
}
