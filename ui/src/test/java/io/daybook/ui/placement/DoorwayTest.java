package io.daybook.ui.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DoorwayTest {

    private final AtomicInteger inside = new AtomicInteger();
    private final CountDownLatch leave = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        leave.countDown();
        threads.shutdownNow();
    }

    @Test
    void so_many_are_inside_at_a_time_and_the_others_follow() {
        Doorway doorway = new Doorway(2, Duration.ofMinutes(1));
        CompletableFuture<?> all =
                CompletableFuture.allOf(comes(doorway, "POST"), comes(doorway, "POST"), comes(doorway, "POST"));
        await().until(() -> inside.get() == 2);
        assertThat(all).isNotDone();

        leave.countDown();

        assertThat(all).succeedsWithin(Duration.ofSeconds(10));
        assertThat(inside).hasValue(3);
    }

    @Test
    void who_has_waited_long_enough_goes_in_all_the_same() {
        Doorway doorway = new Doorway(1, Duration.ofMillis(10));

        CompletableFuture<?> first = comes(doorway, "POST");
        CompletableFuture<?> second = comes(doorway, "POST");

        await().until(() -> inside.get() == 2);
        leave.countDown();
        assertThat(CompletableFuture.allOf(first, second)).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void who_only_looks_does_not_wait() {
        Doorway doorway = new Doorway(1, Duration.ofMinutes(1));
        CompletableFuture<?> orders = comes(doorway, "POST");
        await().until(() -> inside.get() == 1);

        CompletableFuture<?> looks = comes(doorway, "GET");

        await().until(() -> inside.get() == 2);
        leave.countDown();
        assertThat(CompletableFuture.allOf(orders, looks)).succeedsWithin(Duration.ofSeconds(10));
    }

    private CompletableFuture<?> comes(Doorway doorway, String method) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        doorway.doFilter(
                                new MockHttpServletRequest(method, "/api/v1/orders"),
                                new MockHttpServletResponse(),
                                (request, response) -> {
                                    inside.incrementAndGet();
                                    awaitQuietly();
                                });
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                },
                threads);
    }

    private void awaitQuietly() {
        try {
            leave.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
