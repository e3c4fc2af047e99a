package io.daybook.bench.retail;

import io.daybook.bench.Reports;
import io.daybook.bench.ServerOptions;
import io.daybook.bench.http.OrderAnswer;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Places every order of a retailer's sales file and accounts for every unit and penny. */
@Command(
        name = "retail",
        mixinStandardHelpOptions = true,
        description =
                "Lists a sales file's products, stocks them, registers its customers, places all its orders in order"
                        + " of time, and checks the books. Run again on the same file it places nothing twice. Exit code 0: all"
                        + " balances; 1: not.")
public final class RetailCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--file", required = true, description = "The sales file, .csv or .csv.gz.")
    private Path file = Path.of("");

    @Option(
            names = "--stock",
            defaultValue = "1",
            description = "Opening stock of each product: so many times what the file asks for, rounded down;"
                    + " ${DEFAULT-VALUE}.")
    private BigDecimal stock = BigDecimal.ONE;

    @Option(
            names = "--concurrency",
            defaultValue = "64",
            description = "Orders at once, begun in order of time; ${DEFAULT-VALUE}.")
    private int concurrency;

    @Option(names = "--limit", description = "Places the first so many orders only, of the stock for all.")
    private @Nullable Integer limit;

    @Option(
            names = "--wait",
            defaultValue = "30",
            description = "Seconds that the platform is asked to wait for an order to settle; ${DEFAULT-VALUE}.")
    private int waitSeconds;

    @Option(
            names = "--settle",
            defaultValue = "120",
            description = "Seconds after that until an order counts as not settled; ${DEFAULT-VALUE}.")
    private int settleSeconds;

    @Option(names = "--no-progress", description = "Shows no progress bar.")
    private boolean quiet;

    @Option(names = "--read-only", description = "Reads the file and says what is in it; calls no platform.")
    private boolean readOnly;

    @Override
    public Integer call() throws IOException, InterruptedException {
        server.require(concurrency > 0, "--concurrency must be 1 or more, not " + concurrency);
        server.require(limit == null || limit > 0, "--limit must be 1 or more, not " + limit);
        server.require(stock.signum() >= 0, "--stock must be 0 or more, not " + stock);
        server.require(waitSeconds >= 0, "--wait must be 0 or more, not " + waitSeconds);
        server.require(settleSeconds >= 0, "--settle must be 0 or more, not " + settleSeconds);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Sales sales = sales();
        if (readOnly) {
            out.print(RetailText.ofFile(sales));
            out.flush();
            return 0;
        }
        Map<String, Integer> opening = openingStock(sales);
        Session session = server.open();
        RetailSetup setup = new RetailSetup(session, sales);
        setup.products(opening);
        setup.customers(concurrency);
        Outcomes outcomes = new Outcomes();
        List<SalesOrder> orders = sales.orders();
        List<SalesOrder> placed = limit == null ? orders : orders.subList(0, Math.min(limit, orders.size()));
        double seconds = place(session, placed, outcomes);
        Balance balance = Balance.check(session, concurrency, opening, outcomes.sold());
        Tiers tiers = Tiers.check(session, customersOf(placed), outcomes);
        RetailReport report =
                RetailReport.of(file.getFileName().toString(), sales, placed, stock, outcomes, balance, tiers, seconds);
        out.print(RetailText.of(report));
        out.flush();
        Reports.write(server.json(), report);
        return report.violations().isEmpty() ? 0 : 1;
    }

    private Sales sales() {
        server.require(Files.isRegularFile(file) && Files.isReadable(file), "There is no file to be read: " + file);
        try {
            return SalesFile.read(file);
        } catch (IOException unreadable) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    file + " cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private Map<String, Integer> openingStock(Sales sales) {
        try {
            return RetailSetup.openingStock(sales, stock);
        } catch (ArithmeticException tooMany) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--stock " + stock + " makes more units of a product than there can be");
        }
    }

    private static Set<String> customersOf(List<SalesOrder> orders) {
        return orders.stream()
                .flatMap(order -> Optional.ofNullable(order.customerId()).stream())
                .collect(Collectors.toSet());
    }

    private double place(Session session, List<SalesOrder> orders, Outcomes outcomes)
            throws IOException, InterruptedException {
        Placement placement = new Placement(waitSeconds, Duration.ofSeconds(settleSeconds));
        long start = System.nanoTime();
        try (ProgressBar progress = progressBar(orders.size())) {
            new InParallel(session, concurrency).each(orders, (client, order) -> {
                try {
                    long begin = System.nanoTime();
                    OrderAnswer answer = placement.place(client, order);
                    outcomes.add(order, answer, (System.nanoTime() - begin) / 1_000_000);
                } catch (IOException noAnswer) {
                    outcomes.addFailure(String.valueOf(noAnswer.getMessage()));
                }
                if (progress != null) {
                    progress.step();
                }
            });
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private @Nullable ProgressBar progressBar(int orders) {
        return quiet
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("orders")
                        .setInitialMax(orders)
                        .showSpeed()
                        .build();
    }
}
