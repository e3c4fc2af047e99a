package io.daybook.bench.load;

import io.daybook.bench.Reports;
import io.daybook.bench.ServerOptions;
import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All orders on one product of which there is not enough: exactly what there is may be sold. */
@Command(
        name = "hot",
        mixinStandardHelpOptions = true,
        description =
                "Offers more orders for one product than there are units of it, and checks that exactly those were"
                        + " sold. Exit code 0: exactly; 1: not.")
public final class HotCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--clients", defaultValue = "32", description = "At once; ${DEFAULT-VALUE}.")
    private int clients;

    @Option(names = "--stock", defaultValue = "500", description = "Units there are; ${DEFAULT-VALUE}.")
    private int stock;

    @Option(names = "--orders", defaultValue = "1000", description = "Orders of one unit each; ${DEFAULT-VALUE}.")
    private int orders;

    @Override
    public Integer call() throws IOException, InterruptedException {
        server.require(clients > 0, "--clients must be 1 or more, not " + clients);
        server.require(stock > 0, "--stock must be 1 or more, not " + stock);
        server.require(orders > 0, "--orders must be 1 or more, not " + orders);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Session session = server.open();
        String sku = "HOT-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
        try (DaybookClient client = session.client()) {
            BenchProducts.stock(client, List.of(sku), stock);
            HotRun.Offered offered = new HotRun(session, sku, clients, orders).run();
            HotResult result = HotResult.of(sku, stock, orders, offered, HotLedger.read(client, sku));
            out.print(result.text());
            out.flush();
            Reports.write(server.json(), result);
            return result.violations().isEmpty() ? 0 : 1;
        }
    }
}
