package io.daybook.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.bench.Program;
import io.daybook.bench.fake.FakeDaybook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoadCommandsTest {

    @TempDir
    Path folder;

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
    void orders_are_measured_for_each_count_of_clients() throws IOException {
        Path file = folder.resolve("report.json");
        Program.Result result = Program.run(
                "orders",
                "--url",
                daybook.url(),
                "--operator-password",
                FakeDaybook.PASSWORD,
                "--clients",
                "2,3",
                "--products",
                "10",
                "--warmup",
                "0",
                "--warmup-between",
                "0",
                "--seconds",
                "2",
                "--json",
                file.toString());

        assertThat(result.output()).contains("2 clients:", "3 clients:", "view: orders");
        assertThat(result.exitCode()).as(result.output()).isZero();
        JsonNode report = new JsonMapper().readTree(Files.readAllBytes(file));
        assertThat(report.path("runs")).hasSize(2);
        JsonNode run = report.path("runs").path(1);
        assertThat(run.path("clients").asInt()).isEqualTo(3);
        assertThat(run.path("confirmed").asLong()).isPositive();
        assertThat(run.path("ordersPerSecond").asDouble())
                .isEqualTo(run.path("confirmed").asDouble() / 2);
        JsonNode latency = run.path("latencyMillis");
        assertThat(latency.path("p50").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(latency.path("p99").asDouble());
        assertThat(run.path("benchCpuMillisPerOrder").asDouble()).isPositive();
        assertThat(daybook.orders())
                .allSatisfy(order -> assertThat(order.lines()).hasSize(2));
    }

    @Test
    void orders_can_be_spread_over_customers() {
        Program.Result result = Program.run(
                "orders",
                "--url",
                daybook.url(),
                "--operator-password",
                FakeDaybook.PASSWORD,
                "--clients",
                "4",
                "--customers",
                "3",
                "--products",
                "5",
                "--warmup",
                "0",
                "--seconds",
                "1");
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(daybook.orders().stream().map(order -> order.customerId().value()))
                .contains("bench-0", "bench-1", "bench-2");
    }

    @Test
    void hot_product_is_sold_exactly() {
        Program.Result result = hot(daybook);
        assertThat(result.output())
                .contains("60 confirmed, 60 units promised, 0 left", "refused: 40 × not enough stock");
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    @Test
    void overselling_is_found() throws IOException {
        try (FakeDaybook overselling = FakeDaybook.overselling()) {
            Program.Result result = hot(overselling);
            assertThat(result.output())
                    .contains("VIOLATED: 100 units are promised, 60 should be", "VIOLATED: -40 units were available");
            assertThat(result.exitCode()).isEqualTo(1);
        }
    }

    private static Program.Result hot(FakeDaybook daybook) {
        return Program.run(
                "hot",
                "--url",
                daybook.url(),
                "--operator-password",
                FakeDaybook.PASSWORD,
                "--clients",
                "8",
                "--stock",
                "60",
                "--orders",
                "100");
    }

    @Test
    void wrong_password_is_told_in_one_line() {
        Program.Result result =
                Program.run("orders", "--url", daybook.url(), "--operator-password", "wrong", "--seconds", "1");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.output()).contains("Sign-in", "401").hasLineCount(1);
    }
}
