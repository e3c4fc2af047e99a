package io.daybook.bench.crash;

import io.daybook.bench.Reports;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Kills one process of each kind of a cluster under load, and checks its books afterwards. */
@Command(
        name = "failover",
        mixinStandardHelpOptions = true,
        description =
                "Starts the distributed shape on this machine, each part in several JVMs, loads it with orders, kills one"
                        + " process of each kind (SIGKILL) and starts it again, then the Axon Server, and in the end checks the log"
                        + " and the payment provider's books. Exit code 0: nothing is lost, all agree, and all came back; 1: not.")
public final class FailoverCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--axon-server",
            required = true,
            paramLabel = "COMMAND",
            description =
                    "Starts an Axon Server, without access control; its words are divided by blanks, and {http}, {grpc} and"
                            + " {data} in it stand for two free ports and an empty directory.")
    private String axonServer = "";

    @Option(
            names = "--mongo",
            required = true,
            paramLabel = "URI",
            description = "A running MongoDB, in whose connection string {database} stands for the database's name."
                    + " Four are made, named after the seed, and left there.")
    private String mongo = "";

    @Option(names = "--data", required = true, description = "An empty or new directory for all that the run leaves.")
    private Path data = Path.of("");

    @Option(
            names = "--root",
            defaultValue = ".",
            description = "The directory with the modules, built; ${DEFAULT-VALUE}.")
    private Path root = Path.of("");

    @Option(
            names = "--instances",
            split = ",",
            paramLabel = "PART=N",
            description = "How many of each part, as in ui=2,order=3; by default two, and one UI.")
    private Map<Part, Integer> instances = Map.of();

    @Option(
            names = "--kill",
            split = ",",
            paramLabel = "PART",
            description =
                    "What to kill, in this order; by default one of each, then the Axon Server, then a UI if there are two."
                            + " Of: ${COMPLETION-CANDIDATES}.")
    private List<Part> kills = List.of();

    @Option(names = "--clients", defaultValue = "8", description = "At once; ${DEFAULT-VALUE}.")
    private int clients;

    @Option(names = "--seed", description = "Repeats the orders of another run; random otherwise.")
    private @Nullable Long seed;

    @Option(
            names = "--java-option",
            description =
                    "For each JVM of the platform; can be repeated; by default small heaps and only the first compiler,"
                            + " because a dozen JVMs that all warm up leave nothing of two cores.")
    private List<String> javaOptions = List.of("-Xmx224m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @Option(names = "--warmup", defaultValue = "30", description = "Seconds under load at first; ${DEFAULT-VALUE}.")
    private long warmUp;

    @Option(
            names = "--measure",
            defaultValue = "20",
            description = "Seconds before each kill and after it that its rate is compared with; ${DEFAULT-VALUE}.")
    private long measure;

    @Option(
            names = "--restart-after",
            defaultValue = "15",
            description =
                    "Seconds until a process is started again that is not the only one of its kind; ${DEFAULT-VALUE}.")
    private long restartAfter;

    @Option(names = "--ready", defaultValue = "240", description = "Seconds that a start may take; ${DEFAULT-VALUE}.")
    private long ready;

    @Option(
            names = "--recovery",
            defaultValue = "60",
            description =
                    "Seconds, after a killed process is ready again, until the rate must be as before; ${DEFAULT-VALUE}.")
    private long recovery;

    @Option(
            names = "--settle",
            defaultValue = "300",
            description = "Seconds after the load until all orders must be settled; ${DEFAULT-VALUE}.")
    private long settle;

    @Option(names = "--hold", description = "Keeps all running after the load until Enter is pressed, to look at it.")
    private boolean hold;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the report as JSON, too.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        require(mongo.contains("{database}"), command, "There is no {database} in --mongo " + mongo);
        require(clients > 0, command, "--clients must be 1 or more, not " + clients);
        require(measure > 0, command, "--measure must be 1 or more, not " + measure);
        require(warmUp >= 0, command, "--warmup must be 0 or more, not " + warmUp);
        require(restartAfter >= 0, command, "--restart-after must be 0 or more, not " + restartAfter);
        Map<Part, Integer> counts = counts();
        counts.forEach((part, count) -> {
            requireFile(part.jar(root), command);
            require(count > 0, command, "At least one " + part + " is needed");
        });
        requireFile(Cluster.sandboxJar(root), command);
        requireFile(HistoryExport.jar(root), command);
        requireEmpty(command);
        FailoverPlan plan = new FailoverPlan(
                root,
                data,
                axonServer,
                mongo,
                javaOptions,
                counts,
                kills.isEmpty() ? all(counts) : kills,
                clients,
                seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed,
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(measure),
                Duration.ofSeconds(restartAfter),
                Duration.ofSeconds(ready),
                Duration.ofSeconds(recovery),
                Duration.ofSeconds(settle),
                hold);
        PrintWriter out = command.commandLine().getOut();
        FailoverReport report = new FailoverRun(plan, out).run();
        out.print(report.text());
        out.flush();
        Reports.write(json, report);
        return report.good() ? 0 : 1;
    }

    private Map<Part, Integer> counts() {
        Map<Part, Integer> counts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            if (part.ours()) {
                counts.put(part, instances.getOrDefault(part, part == Part.UI ? 1 : 2));
            }
        }
        return counts;
    }

    private static List<Part> all(Map<Part, Integer> counts) {
        Stream<Part> ours = Stream.of(Part.ORDER, Part.INVENTORY, Part.PAYMENT, Part.ORCHESTRATOR, Part.VIEWS);
        Stream<Part> last =
                counts.getOrDefault(Part.UI, 0) > 1 ? Stream.of(Part.AXONSERVER, Part.UI) : Stream.of(Part.AXONSERVER);
        return Stream.concat(ours, last).toList();
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

    private static void requireFile(Path file, CommandSpec command) {
        require(Files.isRegularFile(file), command, "No such file: " + file);
    }

    private static void require(boolean condition, CommandSpec command, String problem) {
        if (!condition) {
            throw new ParameterException(command.commandLine(), problem);
        }
    }
}
