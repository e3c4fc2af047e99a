package io.daybook.bench.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybook.bench.Program;
import io.daybook.bench.fake.FakeDaybook;
import io.daybook.bench.http.Card;
import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.OrderRequest;
import io.daybook.bench.http.Session;
import io.daybook.bench.load.BenchProducts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TiersCommandTest {

    private FakeDaybook daybook;

    @BeforeEach
    void start() throws IOException {
        daybook = FakeDaybook.start();
    }

    @AfterEach
    void stop() {
        daybook.close();
    }

    @Test
    void order_that_was_stuck_before_keeps_nobody_waiting() {
        daybook.stuck = 1;
        Program.Result result = Program.run(
                "tiers",
                "--url",
                daybook.url(),
                "--operator-password",
                FakeDaybook.PASSWORD,
                "--capacity",
                "40",
                "--base-seconds",
                "1",
                "--parts",
                "base");
        assertThat(result.output()).contains("20 orders/s for 1 s, 5 % of them VIP; all settled");
        assertThat(result.output()).containsPattern("standard offered 19/s, taken 19, put off 0, confirmed [1-9]");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void orders_that_no_sender_is_free_for_are_told() throws Exception {
        Session session = Session.open(
                URI.create(daybook.url()), "operator@daybook.example", FakeDaybook.PASSWORD, Duration.ofSeconds(10));
        OrderRequest order = OrderRequest.of("nobody", List.of(), Card.APPROVE);
        Senders senders = new Senders(session, () -> order, 1_000_000, 0);
        senders.start(Duration.ofMillis(100), 1);
        senders.join();
        assertThat(senders.outcome(0, 0.1).unsent()).isBetween(1L, 99_999L);
    }

    @Test
    void rejected_order_is_counted_beside_the_times_of_those_confirmed() throws Exception {
        Session session = Session.open(
                URI.create(daybook.url()), "operator@daybook.example", FakeDaybook.PASSWORD, Duration.ofSeconds(10));
        try (DaybookClient client = session.client()) {
            BenchProducts.stock(client, 1, 1);
        }
        OrderRequest order = OrderRequest.of(
                "tiers-vip", List.of(new OrderRequest.Line("BENCH-0001", 1, BenchProducts.PRICE)), Card.APPROVE);
        Senders senders = new Senders(session, () -> order, 10, 5);
        senders.start(Duration.ofMillis(500), 5);
        senders.join();
        Outcome outcome = senders.outcome(1, 0.5);
        assertThat(outcome.taken()).isGreaterThan(1);
        assertThat(outcome.rejected()).isEqualTo(outcome.taken() - 1);
        assertThat(outcome.unsettled()).isZero();
        assertThat(outcome.unsent()).isZero();
        assertThat(outcome.inLog().p50()).isCloseTo(250, within(1.0));
    }
}
