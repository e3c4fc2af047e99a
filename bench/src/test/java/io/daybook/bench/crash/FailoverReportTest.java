package io.daybook.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.bench.Program;
import io.daybook.bench.http.OrderAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a run; the run itself needs an Axon Server. */
class FailoverReportTest {

    private static final Kill KILL = new Kill(Part.INVENTORY, "inventory-2", 0, 20_000, 35_000, 50_000, 60_000, 80_000);

    private final ClientLog clients = new ClientLog();

    @Test
    void kill_is_told_in_rates_and_seconds_since() {
        KillReport report = KillReport.of(KILL, gapOfSixSeconds(), clients, 20_000);
        assertThat(report.before()).isEqualTo(10);
        assertThat(report.lowest()).isZero();
        assertThat(report.after()).isEqualTo(10);
        assertThat(report.firstConfirmed()).isEqualTo(6);
        assertThat(report.longestGap()).isEqualTo(6);
        assertThat(report.recovered()).isEqualTo(5);
        assertThat(report.restarted()).isEqualTo(15);
        assertThat(report.ready()).isEqualTo(30);
        assertThat(report.failed()).isEmpty();
    }

    @Test
    void failures_are_counted_by_how_whatever_order_they_concern() {
        long now = System.currentTimeMillis();
        clients.failed("503 order 5f0c1a2b-0000-4000-8000-00000000000a cannot be placed now");
        clients.failed("503 order 5f0c1a2b-0000-4000-8000-00000000000b cannot be placed now");
        clients.failed("Connection refused");
        assertThat(clients.failures(now - 60_000, now + 60_000))
                .isEqualTo(Map.of("503 order … cannot be placed now", 2L, "Connection refused", 1L));
        assertThat(clients.failures(now - 60_000, now - 30_000)).isEmpty();
        assertThat(clients.signInRefused()).isFalse();
        clients.failed("401 Sign in");
        assertThat(clients.signInRefused()).isTrue();
    }

    @Test
    void waiting_for_an_order_counts_from_its_first_request() {
        long now = System.currentTimeMillis();
        clients.taken(new OrderAnswer(202, "order-1", "PLACED", "", false, "STANDARD", null, null), now - 4_000);
        clients.taken(new OrderAnswer(200, "order-2", "CONFIRMED", "", false, "STANDARD", null, null), now - 1_000);
        assertThat(clients.slowest(now - 60_000, now + 60_000))
                .isBetween(4_000L, 4_000 + System.currentTimeMillis() - now);
        assertThat(clients.confirmed().count(now - 60_000, now + 60_000)).isEqualTo(1);
    }

    @Test
    void process_that_stays_away_is_a_fault_though_the_books_are_right() {
        FailoverReport report = report(List.of("views-1 did not come back: it ended"));
        assertThat(report.good()).isFalse();
        assertThat(report.text()).contains("PROBLEM: views-1 did not come back", "inventory-2", "10.0/0.0/10.0");
        assertThat(report(List.of()).good()).isTrue();
    }

    @Test
    void run_in_which_no_order_was_taken_is_a_fault() {
        FailoverReport report = report(List.of(), 0, gapOfSixSeconds());
        assertThat(report.good()).isFalse();
        assertThat(report.text()).contains("PROBLEM: no order was ever taken");
    }

    @Test
    void kill_before_which_nothing_was_confirmed_is_a_fault() {
        FailoverReport report = report(List.of(), 100, Rates.of(List.of(30_000L)));
        assertThat(report.good()).isFalse();
        assertThat(report.text()).contains("PROBLEM: inventory-2 was killed when nothing was confirmed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--clients", "--measure"})
    void run_without_clients_or_time_is_refused(String option, @TempDir Path folder) {
        Program.Result result = Program.run(
                "failover",
                "--axon-server",
                "true",
                "--mongo",
                "mongodb://127.0.0.1:1/{database}",
                "--data",
                folder.toString(),
                option,
                "0");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains(option + " must be 1 or more");
    }

    @Test
    void run_without_built_applications_is_refused(@TempDir Path folder) {
        Program.Result result = Program.run(
                "failover",
                "--axon-server",
                "true",
                "--mongo",
                "mongodb://127.0.0.1:1/{database}",
                "--root",
                folder.toString(),
                "--data",
                folder.resolve("data").toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("No such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment-sandbox/target/payment-sandbox-app.jar", "history/target/history.jar"})
    void run_that_could_not_be_judged_is_refused_before_it_begins(String missing, @TempDir Path folder)
            throws IOException {
        for (Part part : Part.values()) {
            built(part.jar(folder));
        }
        built(Cluster.sandboxJar(folder));
        built(HistoryExport.jar(folder));
        Files.delete(folder.resolve(missing));
        Program.Result result = Program.run(
                "failover",
                "--axon-server",
                "true",
                "--mongo",
                "mongodb://127.0.0.1:1/{database}",
                "--root",
                folder.toString(),
                "--data",
                folder.resolve("data").toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("No such file: " + folder.resolve(missing));
    }

    private static void built(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Files.write(jar, new byte[0]);
    }

    @Test
    void connection_string_without_a_place_for_the_database_is_refused(@TempDir Path folder) {
        Program.Result result = Program.run(
                "failover", "--axon-server", "true", "--mongo", "mongodb://127.0.0.1:1", "--data", folder.toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("{database}");
    }

    private FailoverReport report(List<String> problems) {
        return report(problems, 100, gapOfSixSeconds());
    }

    private FailoverReport report(List<String> problems, int acknowledged, Rates confirmed) {
        return new FailoverReport(
                "failover",
                7,
                2,
                8,
                List.of("-Xmx224m"),
                Map.of(Part.INVENTORY, 2),
                60_000,
                acknowledged,
                1,
                new TreeMap<>(),
                new TreeMap<>(Map.of("confirmed", 100L)),
                900,
                List.of(KillReport.of(KILL, confirmed, clients, 20_000)),
                2_000,
                problems,
                List.of());
    }

    private static Rates gapOfSixSeconds() {
        List<Long> moments = new ArrayList<>();
        for (long at = 0; at < 80_000; at += 100) {
            if (at < 20_000 || at >= 26_000) {
                moments.add(at);
            }
        }
        return Rates.of(moments);
    }
}
