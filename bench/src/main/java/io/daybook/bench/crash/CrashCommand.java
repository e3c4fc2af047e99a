package io.daybook.bench.crash;

import io.daybook.bench.Reports;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Kills a standalone platform under load, again and again, and checks its books afterwards. */
@Command(
        name = "crash",
        mixinStandardHelpOptions = true,
        description =
                "Starts the standalone jar, loads it with orders of all kinds, kills it at random moments (SIGKILL),"
                        + " starts it again, and in the end checks its event log and the payment provider's books. Exit code 0:"
                        + " nothing is lost and all agree; 1: not.")
public final class CrashCommand implements Callable<Integer> {

    private static final String PASSWORD_VARIABLE = "DAYBOOK_OPERATOR_PASSWORD";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--jar", required = true, description = "The standalone jar.")
    private Path jar = Path.of("");

    @Option(names = "--data", required = true, description = "An empty or new directory for the server's data.")
    private Path data = Path.of("");

    @Option(names = "--rounds", defaultValue = "20", description = "Crashes; ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--clients", defaultValue = "16", description = "At once; ${DEFAULT-VALUE}.")
    private int clients;

    @Option(
            names = "--wait",
            defaultValue = "1",
            description =
                    "Seconds that a client waits for an order's end before it places the next; with 0, more orders come"
                            + " than the platform can deal with; ${DEFAULT-VALUE}.")
    private int waitSeconds;

    @Option(names = "--port", defaultValue = "0", description = "Port of the server; 0 takes a free one.")
    private int port;

    @Option(names = "--seed", description = "Repeats the moments and orders of another run; random otherwise.")
    private @Nullable Long seed;

    @Option(
            names = "--min-up",
            defaultValue = "1000",
            description = "Milliseconds under load at least; ${DEFAULT-VALUE}.")
    private long minUp;

    @Option(
            names = "--max-up",
            defaultValue = "6000",
            description = "Milliseconds under load at most; ${DEFAULT-VALUE}.")
    private long maxUp;

    @Option(names = "--ready", defaultValue = "120", description = "Seconds that a start may take; ${DEFAULT-VALUE}.")
    private long ready;

    @Option(
            names = "--settle",
            defaultValue = "180",
            description = "Seconds after the load until all orders must be settled; ${DEFAULT-VALUE}.")
    private long settle;

    @Option(
            names = "--java-option",
            defaultValue = "-Xmx768m",
            description = "For the server's JVM; can be repeated; ${DEFAULT-VALUE}.")
    private List<String> javaOptions = List.of();

    @Option(names = "--server-option", description = "For the server, as in --daybook.x=y; can be repeated.")
    private List<String> serverOptions = List.of();

    @Option(
            names = "--operator-email",
            defaultValue = "operator@daybook.example",
            description = "The server's first operator; ${DEFAULT-VALUE}.")
    private String email = "operator@daybook.example";

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the report as JSON, too.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        require(Files.isRegularFile(jar), command, "No such file: " + jar);
        require(rounds >= 0, command, "--rounds must be 0 or more, not " + rounds);
        require(clients > 0, command, "--clients must be 1 or more, not " + clients);
        require(waitSeconds >= 0, command, "--wait must be 0 or more, not " + waitSeconds);
        require(minUp >= 0, command, "--min-up must be 0 or more, not " + minUp);
        requireEmpty(command);
        int listening = port == 0 ? freePort() : port;
        CrashPlan plan = new CrashPlan(
                serverCommand(listening),
                URI.create("http://127.0.0.1:" + listening),
                data,
                email,
                password(),
                rounds,
                clients,
                waitSeconds,
                seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed,
                Duration.ofMillis(minUp),
                Duration.ofMillis(maxUp),
                Duration.ofSeconds(ready),
                Duration.ofSeconds(settle));
        PrintWriter out = command.commandLine().getOut();
        CrashReport report = new CrashRun(plan, out).run();
        out.print(report.text());
        out.flush();
        Reports.write(json, report);
        return report.good() ? 0 : 1;
    }

    private List<String> serverCommand(int listening) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.add("-jar");
        command.add(jar.toString());
        command.add("--server.port=" + listening);
        command.add("--daybook.data=" + data.toAbsolutePath());
        command.add("--daybook.demo=false");
        command.addAll(serverOptions);
        return command;
    }

    private void requireEmpty(CommandSpec command) throws IOException {
        Files.createDirectories(data);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data)) {
            require(
                    !files.iterator().hasNext(),
                    command,
                    data + " is not empty: what is in it would be taken for the run's own");
        }
    }

    private static void require(boolean condition, CommandSpec command, String problem) {
        if (!condition) {
            throw new ParameterException(command.commandLine(), problem);
        }
    }

    private static String password() {
        Map<String, String> environment = System.getenv();
        return environment.getOrDefault(PASSWORD_VARIABLE, "crash-" + UUID.randomUUID());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
