package io.daybook.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.customer.Tier;
import io.daybook.command.tiers.Shares;
import io.daybook.command.tiers.TieredQueue;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private final WaitingLine line = new WaitingLine(
            Bulkhead.of(
                    "test",
                    BulkheadConfig.custom()
                            .maxConcurrentCalls(3)
                            .maxWaitDuration(Duration.ZERO)
                            .build()),
            new TieredQueue<>(3, new Shares(30, 30), Duration.ofSeconds(1), System::nanoTime));

    private final List<CompletableFuture<Void>> running = new ArrayList<>();

    @Test
    void no_more_calls_run_than_there_are_places_and_the_next_begins_when_one_ends() {
        IntStream.range(0, 4).forEach(i -> line.join(Tier.STANDARD, this::begin));
        assertThat(running).hasSize(2);

        running.get(1).complete(null);
        assertThat(running).hasSize(3);

        running.get(0).completeExceptionally(new IllegalStateException("no answer"));
        assertThat(running).hasSize(4);
    }

    @Test
    void any_number_of_calls_that_have_nothing_to_do_leave_the_line_at_once() {
        IntStream.range(0, 2).forEach(i -> line.join(Tier.STANDARD, this::begin));
        IntStream.range(0, 100_000)
                .forEach(i -> line.join(Tier.STANDARD, () -> CompletableFuture.completedFuture(null)));
        line.join(Tier.STANDARD, this::begin);

        running.get(0).complete(null);

        assertThat(running).hasSize(3);
    }

    @Test
    void a_vip_order_is_called_for_while_standard_orders_hold_all_they_can() {
        IntStream.range(0, 100).forEach(i -> line.join(Tier.STANDARD, this::begin));
        assertThat(running).hasSize(2);

        line.join(Tier.VIP, this::begin);

        assertThat(running).hasSize(3);
    }

    private CompletableFuture<?> begin() {
        CompletableFuture<Void> call = new CompletableFuture<>();
        running.add(call);
        return call;
    }
}
