package io.daybook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewProgressTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ViewProgress progress = new ViewProgress("words");

    @BeforeEach
    void claim() {
        progress.claimed("me", -1);
    }

    @Test
    void of_a_view_that_another_instance_works_on_it_is_known_what_was_heard() {
        progress.passed(3, false);
        progress.lost("me");
        CompletableFuture<Void> waiting = progress.await(7, LONG);

        assertThat(progress.reached()).isEqualTo(3);
        assertThat(waiting).isNotDone();
        progress.heard(7);

        assertThat(progress.reached()).isEqualTo(7);
        assertThat(waiting).isCompleted();
    }

    @Test
    void who_learns_late_that_he_no_longer_works_on_the_view_takes_it_from_nobody() {
        progress.claimed("another here", 5);

        progress.lost("me");

        assertThat(progress.isClaimed()).isTrue();
        assertThat(progress.reached()).isEqualTo(5);
    }

    @Test
    void what_does_not_concern_the_view_counts_as_it_passes() {
        progress.passed(0, false);
        progress.passed(1, false);

        assertThat(progress.reached()).isEqualTo(1);
    }

    @Test
    void what_concerns_the_view_counts_when_it_is_applied_and_holds_back_what_follows() {
        progress.passed(0, true);
        progress.passed(1, false);
        assertThat(progress.reached()).isEqualTo(-1);

        progress.applied(0);

        assertThat(progress.reached()).isEqualTo(1);
    }

    @Test
    void reading_the_log_again_does_not_take_anything_back() {
        progress.passed(5, true);
        progress.applied(5);

        progress.passed(2, true);

        assertThat(progress.reached()).isEqualTo(5);
    }

    @Test
    void readers_are_woken_by_what_is_applied_and_by_what_passes() {
        CompletableFuture<Void> first = progress.await(3, LONG);
        CompletableFuture<Void> second = progress.await(4, LONG);
        progress.passed(3, true);
        assertThat(first).isNotDone();

        progress.applied(3);
        assertThat(first).isDone();
        assertThat(second).isNotDone();

        progress.passed(4, false);
        assertThat(second).isDone();
        assertThat(progress.await(4, LONG)).isDone();
    }

    @Test
    void a_reader_waits_no_longer_than_it_said() {
        CompletableFuture<Void> reader = progress.await(3, Duration.ofMillis(20));

        await().atMost(Duration.ofSeconds(10)).until(reader::isDone);

        assertThat(reader).isCompleted();
        assertThat(progress.reached()).isEqualTo(-1);
    }
}
