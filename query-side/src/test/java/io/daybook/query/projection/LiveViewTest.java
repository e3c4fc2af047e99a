package io.daybook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class LiveViewTest {

    private final LiveView live = new LiveView("words");

    @Test
    void whoever_asks_where_it_stands_waits_for_the_batch_that_is_being_written() {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Void> batch = CompletableFuture.runAsync(
                () -> {
                    live.gate().lock();
                    try {
                        live.advance(
                                () -> {
                                    writing.countDown();
                                    awaitQuietly(written);
                                },
                                7);
                    } finally {
                        live.gate().unlock();
                    }
                },
                task -> new Thread(task).start());
        awaitQuietly(writing);
        CompletableFuture<Long> stands =
                CompletableFuture.supplyAsync(live::standsAt, task -> new Thread(task).start());
        await().until(() -> stands.isDone() || ((ReentrantLock) live.gate()).hasQueuedThreads());
        assertThat(live.stored()).isEqualTo(LiveView.UNKNOWN);

        written.countDown();
        assertThat(stands.join()).isEqualTo(7);
        batch.join();
    }

    @Test
    void a_batch_that_fails_leaves_it_standing_nowhere() {
        live.gate().lock();
        try {
            live.advance(() -> {}, 3);
            assertThat(live.standsAt()).isEqualTo(3);
            assertThatThrownBy(() -> live.advance(LiveViewTest::fail, 4)).isInstanceOf(IllegalStateException.class);
            assertThat(live.standsAt()).isEqualTo(LiveView.UNKNOWN);
        } finally {
            live.gate().unlock();
        }
    }

    private static void fail() {
        throw new IllegalStateException("the database is away");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
