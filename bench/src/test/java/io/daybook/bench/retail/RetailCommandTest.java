package io.daybook.bench.retail;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RetailCommandTest {

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
    void every_order_is_placed_and_every_penny_accounted_for() throws IOException {
        Program.Result result = replay(daybook, "1");

        assertThat(result.output())
                .contains("confirmed    3 orders (1 of guests)", "£26.51", "0 products do not balance");
        assertThat(result.exitCode()).isZero();
        JsonNode report = report();
        assertThat(report.path("confirmed").path("revenue").asString()).isEqualTo("26.51");
        assertThat(report.path("confirmed")
                        .path("revenueByCountry")
                        .path("EIRE")
                        .asString())
                .isEqualTo("11.5");
        assertThat(report.path("rowsUnreadable").asInt()).isEqualTo(7);
        assertThat(report.path("balance").path("left").asInt()).isZero();
        assertThat(daybook.customers()).isEqualTo(2);
        assertThat(daybook.orders())
                .extracting(order -> order.shippingAddress().country())
                .containsExactlyInAnyOrder("United Kingdom", "EIRE", "France");
    }

    @Test
    void replay_of_the_same_file_places_nothing_twice() throws IOException {
        replay(daybook, "1");
        Program.Result again = replay(daybook, "1");
        assertThat(again.exitCode()).isZero();
        assertThat(daybook.orders()).hasSize(3);
    }

    @Test
    void orders_that_find_too_little_stock_are_refused_and_the_books_balance() throws IOException {
        Program.Result result = replay(daybook, "0.9");
        assertThat(result.output()).contains("Refused: ", "not enough stock");
        assertThat(result.exitCode()).isZero();
        assertThat(report().path("balance").path("wrong")).isEmpty();
    }

    @Test
    void overselling_is_found() throws IOException {
        try (FakeDaybook overselling = FakeDaybook.overselling()) {
            Program.Result result = replay(overselling, "0.5");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.output()).contains("VIOLATED: product 22222A: opening 4 is not sold 9 + left -5");
        }
    }

    @Test
    void file_can_be_read_without_a_platform() throws IOException {
        Program.Result result = Program.run("retail", "--read-only", "--file", file().toString());
        assertThat(result.exitCode()).isZero();
        assertThat(result.output()).contains("20 rows", "line 13: quantity is not a whole number: ten");
        assertThat(daybook.placements.get()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--concurrency", "--limit"})
    void replay_that_could_place_nothing_is_refused(String option) throws IOException {
        Program.Result result = Program.run("retail", "--file", file().toString(), option, "0");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains(option + " must be 1 or more, not 0");
    }

    @Test
    void file_of_which_no_row_is_an_order_is_a_fault() throws IOException {
        String header = SalesFileTest.ODD.lines().findFirst().orElseThrow();
        Path file = Files.writeString(folder.resolve("sales.csv"), header + "\nno row\n");
        Program.Result result = replay(daybook, file, "1");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("VIOLATED: there was no order to place");
    }

    private Program.Result replay(FakeDaybook target, String stock) throws IOException {
        return replay(target, file(), stock);
    }

    private Program.Result replay(FakeDaybook target, Path file, String stock) {
        return Program.run(
                "retail",
                "--url",
                target.url(),
                "--operator-password",
                FakeDaybook.PASSWORD,
                "--file",
                file.toString(),
                "--stock",
                stock,
                "--concurrency",
                "4",
                "--no-progress",
                "--json",
                folder.resolve("report.json").toString());
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("sales.csv"), SalesFileTest.ODD);
    }

    private JsonNode report() throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(folder.resolve("report.json")));
    }
}
