package io.daybook.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private final WaitingLine line = new WaitingLine(Bulkhead.of(
            "test",
            BulkheadConfig.custom()
                    .maxConcurrentCalls(2)
                    .maxWaitDuration(Duration.ZERO)
                    .build()));

    private final List<CompletableFuture<Void>> running = new ArrayList<>();

    @Test
    void no_more_calls_run_than_there_are_places_and_the_next_begins_when_one_ends() {
        IntStream.range(0, 4).forEach(i -> line.join(this::begin));
        assertThat(running).hasSize(2);

        running.get(1).complete(null);
        assertThat(running).hasSize(3);

        running.get(0).completeExceptionally(new IllegalStateException("no answer"));
        assertThat(running).hasSize(4);
    }

    @Test
    void any_number_of_calls_that_have_nothing_to_do_leave_the_line_at_once() {
        IntStream.range(0, 2).forEach(i -> line.join(this::begin));
        IntStream.range(0, 100_000).forEach(i -> line.join(() -> CompletableFuture.completedFuture(null)));
        line.join(this::begin);

        running.get(0).complete(null);

        assertThat(running).hasSize(3);
    }

    private CompletableFuture<?> begin() {
        CompletableFuture<Void> call = new CompletableFuture<>();
        running.add(call);
        return call;
    }
}
