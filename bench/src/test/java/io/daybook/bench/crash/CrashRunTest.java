package io.daybook.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.bench.Program;
import io.daybook.bench.fake.FakeStandalone;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a small platform that is a process of its own. */
class CrashRunTest {

    @TempDir
    Path folder;

    private final StringWriter output = new StringWriter();

    @Test
    void platform_that_writes_down_each_step_survives() throws Exception {
        CrashReport report = crash("NONE");

        assertThat(report.violations()).isEmpty();
        assertThat(report.good()).isTrue();
        assertThat(report.acknowledged()).isPositive();
        assertThat(report.ended()).containsKeys("confirmed", "rejected");
        assertThat(report.startMillis()).hasSize(3);
        assertThat(output.toString()).contains("Seed 7", "Crash 2 of 2");
        assertThat(report.text()).contains("No acknowledged order is lost");
    }

    @Test
    void platform_that_acknowledges_before_it_writes_is_found_out() throws Exception {
        CrashReport report = crash("FORGETS");
        assertThat(report.violations())
                .extracting(Violation::rule)
                .contains(Violation.Rule.ACKNOWLEDGED_ORDER_IS_IN_THE_LOG);
        assertThat(report.text()).contains("VIOLATED", "seed 7");
    }

    @Test
    void platform_that_does_not_come_back_is_a_fault_and_its_books_are_judged() throws Exception {
        CrashReport report = crash("STAYS_AWAY");
        assertThat(report.good()).isFalse();
        assertThat(report.crashes()).isEqualTo(1);
        assertThat(report.events()).isPositive();
        assertThat(report.text()).contains("PROBLEM: The server did not come back after crash 1: The server ended");
    }

    @Test
    void run_in_which_no_order_was_taken_is_a_fault() throws Exception {
        CrashReport report = crash("NONE", 0);
        assertThat(report.violations()).isEmpty();
        assertThat(report.good()).isFalse();
        assertThat(report.text()).contains("PROBLEM: No order was ever taken");
    }

    @Test
    void run_without_clients_is_refused() throws IOException {
        Path jar = Files.createFile(folder.resolve("standalone.jar"));
        Path data = folder.resolve("data");
        Program.Result result =
                Program.run("crash", "--jar", jar.toString(), "--data", data.toString(), "--clients", "0");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("--clients must be 1 or more");
    }

    @Test
    void directory_that_is_not_empty_is_refused() throws IOException {
        Path jar = Files.createFile(folder.resolve("standalone.jar"));
        Program.Result result = Program.run("crash", "--jar", jar.toString(), "--data", folder.toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("is not empty");
    }

    private CrashReport crash(String mischief) throws IOException, InterruptedException {
        return crash(mischief, 4);
    }

    private CrashReport crash(String mischief, int clients) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FakeStandalone.class.getName(),
                String.valueOf(port),
                folder.toString(),
                mischief);
        CrashPlan plan = new CrashPlan(
                command,
                URI.create("http://127.0.0.1:" + port),
                folder,
                "operator@daybook.example",
                "of this test",
                2,
                clients,
                1,
                7,
                Duration.ofMillis(700),
                Duration.ofMillis(1_500),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60));
        return new CrashRun(plan, new PrintWriter(output)).run();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
