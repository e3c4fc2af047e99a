package io.daybook.bench.load;

import io.daybook.bench.Reports;
import io.daybook.bench.ServerOptions;
import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.Reply;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Orders a second, how long one takes, and what one costs. */
@Command(
        name = "orders",
        mixinStandardHelpOptions = true,
        description =
                "Clients place one order after the other and wait until each is confirmed. Makes its own products.")
public final class OrdersCommand implements Callable<Integer> {

    private static final int WAIT_SECONDS = 10;
    private static final int UNITS = 2_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--clients", split = ",", defaultValue = "32", description = "At once; several counts by commas.")
    private List<Integer> clients = List.of();

    @Option(names = "--products", defaultValue = "200", description = "Products to choose from; ${DEFAULT-VALUE}.")
    private int products;

    @Option(names = "--lines", defaultValue = "2", description = "Different products in an order; ${DEFAULT-VALUE}.")
    private int lines;

    @Option(
            names = "--customers",
            defaultValue = "0",
            description =
                    "Spreads the orders over so many customers, by POST /staff/orders; 0 places all by POST /orders"
                            + " as the one who is signed in. ${DEFAULT-VALUE}.")
    private int customers;

    @Option(names = "--warmup", defaultValue = "30", description = "Seconds before counting; ${DEFAULT-VALUE}.")
    private int warmup;

    @Option(
            names = "--warmup-between",
            defaultValue = "5",
            description = "The same for the second count of clients and on; ${DEFAULT-VALUE}.")
    private int warmupBetween;

    @Option(names = "--seconds", defaultValue = "60", description = "Seconds of counting; ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--server-pid", description = "Reads the memory of this process as the server's.")
    private @Nullable Long serverPid;

    /** The JSON report. */
    record Report(String command, Instant at, String url, int products, int lines, List<LoadResult> runs) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        server.require(
                !clients.isEmpty() && clients.stream().allMatch(count -> count > 0),
                "--clients must be 1 or more, not " + clients);
        server.require(products > 0, "--products must be 1 or more, not " + products);
        server.require(
                lines > 0 && lines <= products,
                "--lines must be from 1 to the %d products, not %d".formatted(products, lines));
        server.require(customers >= 0, "--customers must be 0 or more, not " + customers);
        server.require(warmup >= 0, "--warmup must be 0 or more, not " + warmup);
        server.require(warmupBetween >= 0, "--warmup-between must be 0 or more, not " + warmupBetween);
        server.require(seconds > 0, "--seconds must be 1 or more, not " + seconds);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Instant at = Instant.now();
        Session session = server.open();
        List<String> skus;
        List<String> names;
        try (DaybookClient client = session.client()) {
            skus = BenchProducts.stock(client, products, UNITS);
            names = registered(client);
        }
        List<LoadResult> runs = new ArrayList<>();
        for (int count : clients) {
            Duration before = Duration.ofSeconds(runs.isEmpty() ? warmup : warmupBetween);
            LoadPlan plan = new LoadPlan(
                    count, before, Duration.ofSeconds(seconds), skus, lines, names, WAIT_SECONDS, serverPid);
            LoadResult result = new Load(session, plan).run();
            runs.add(result);
            out.print(LoadText.of(result));
            out.flush();
        }
        Reports.write(server.json(), new Report("orders", at, server.url().toString(), products, lines, runs));
        return runs.stream().allMatch(run -> run.confirmed() > 0 && run.failed().isEmpty()) ? 0 : 1;
    }

    private List<String> registered(DaybookClient client) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            String id = "bench-" + i;
            Reply reply = client.putCustomer(id, "Bench customer " + i);
            if (!reply.ok()) {
                throw new IOException("A customer was refused: " + reply.summary());
            }
            names.add(id);
        }
        return names;
    }
}
