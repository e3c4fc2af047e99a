package io.daybook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final AtomicInteger full = new AtomicInteger();
    private final Backlog backlog = new Backlog(3, position -> full.incrementAndGet());

    @Test
    void the_reader_goes_on_when_the_batch_that_waits_is_taken() {
        offer(0, 1, 2);
        CompletableFuture<Long> waited = CompletableFuture.supplyAsync(() -> {
            long start = System.nanoTime();
            backlog.offer(3, true);
            return System.nanoTime() - start;
        });

        await().until(() -> full.get() == 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            backlog.taken(2);
            return waited.isDone();
        });
        assertThat(full).hasValue(1);
    }

    @Test
    void a_reader_that_nobody_relieves_goes_on_by_itself() {
        offer(0, 1, 2);

        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> backlog.offer(3, true));

        await().atMost(Duration.ofSeconds(10)).until(reader::isDone);
    }

    @Test
    void events_of_no_concern_never_hold_the_reader() {
        for (long position = 0; position < 1_000; position++) {
            backlog.offer(position, false);
        }

        assertThat(full).hasValue(0);
    }

    @Test
    void reading_again_from_an_earlier_position_starts_with_an_empty_queue() {
        offer(7, 8, 9);

        offer(7, 8, 9);

        assertThat(full).hasValue(0);
    }

    private void offer(long... positions) {
        for (long position : positions) {
            backlog.offer(position, true);
        }
    }
}
