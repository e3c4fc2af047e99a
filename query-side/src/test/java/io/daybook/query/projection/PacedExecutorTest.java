package io.daybook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacedExecutorTest {

    private final PacedExecutor executor = new PacedExecutor("test", Duration.ofMinutes(5), Duration.ofMinutes(5));
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private Future<?> submit(Runnable task) {
        return executor.submit(task);
    }

    @Test
    void the_first_task_starts_at_once_and_the_next_one_waits_for_its_time() throws Exception {
        submit(runs::incrementAndGet).get();

        Future<?> next = submit(runs::incrementAndGet);

        assertThat(next).isNotDone();
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_task_that_submits_the_next_one_does_not_start_it_early() throws Exception {
        submit(() -> submit(runs::incrementAndGet)).get();

        assertThat(runs).hasValue(0);
        executor.hurry(1);
        await().untilAsserted(() -> assertThat(runs).hasValue(1));
    }

    @Test
    void a_task_that_waits_starts_at_once_when_it_is_hurried_and_only_once() throws Exception {
        submit(runs::incrementAndGet).get();
        submit(runs::incrementAndGet);

        executor.hurry(1);
        executor.hurry(2);

        await().untilAsserted(() -> assertThat(runs).hasValue(2));
        assertThat(executor.getQueue().stream().filter(task -> !((Future<?>) task).isCancelled()))
                .isEmpty();
    }

    @Test
    void while_a_hurried_event_is_not_taken_no_task_waits_and_then_they_do() throws Exception {
        submit(runs::incrementAndGet).get();
        Future<?> waiting = submit(runs::incrementAndGet);

        executor.hurry(7);
        await().until(() -> runs.get() == 2);
        executor.taken(6);
        submit(runs::incrementAndGet).get(10, TimeUnit.SECONDS);
        executor.taken(7);
        Future<?> next = submit(runs::incrementAndGet);

        assertThat(waiting).isCancelled();
        assertThat(runs).hasValue(3);
        assertThat(next).isNotDone();
    }
}
