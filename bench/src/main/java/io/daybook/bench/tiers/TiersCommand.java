package io.daybook.bench.tiers;

import io.daybook.bench.Reports;
import io.daybook.bench.ServerOptions;
import io.daybook.bench.http.Card;
import io.daybook.bench.http.Customers;
import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.OrderRequest;
import io.daybook.bench.http.Session;
import io.daybook.bench.load.BenchProducts;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** VIP and standard orders when three times more come than the platform can deal with. */
@Command(
        name = "tiers",
        mixinStandardHelpOptions = true,
        description = {
            "Orders of VIP and standard customers come at steady rates: half of the capacity; three times the capacity",
            "without VIP orders, with few, and with many. Tells how each tier fares. Makes its own products and customers."
        })
public final class TiersCommand implements Callable<Integer> {

    private static final Set<String> PARTS = Set.of("base", "none", "few", "many");
    private static final int UNITS = 2_000_000;
    private static final int PRODUCTS = 200;
    private static final int WAIT_SECONDS = 60;
    private static final int WAITING = 200;
    private static final int FEW_VIPS = 5;
    private static final int MANY_VIPS = 90;
    private static final int OVERLOAD = 3;
    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(
            names = "--capacity",
            required = true,
            description = "Orders a second that the platform can confirm, as the command orders measures it.")
    private double capacity;

    @Option(names = "--seconds", defaultValue = "60", description = "How long each overload lasts; ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--base-seconds",
            defaultValue = "30",
            description = "How long the base load lasts; ${DEFAULT-VALUE}.")
    private int baseSeconds;

    @Option(
            names = "--parts",
            split = ",",
            defaultValue = "base,none,few,many",
            description =
                    "Which to run, of base (half of the capacity), and of overload with no, few and many VIP orders;"
                            + " ${DEFAULT-VALUE}.")
    private List<String> parts = List.of();

    @Option(
            names = "--connections",
            defaultValue = "64",
            description = "By which orders are sent that are not waited for, so many of each tier; ${DEFAULT-VALUE}.")
    private int connections;

    private List<String> skus = List.of();

    /** The JSON report. */
    record Report(String command, Instant at, String url, double capacity, List<Part> parts) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        server.require(capacity > 0 && Double.isFinite(capacity), "--capacity must be more than 0, not " + capacity);
        server.require(seconds > 0, "--seconds must be 1 or more, not " + seconds);
        server.require(baseSeconds > 0, "--base-seconds must be 1 or more, not " + baseSeconds);
        server.require(PARTS.containsAll(parts), "--parts must be of base, none, few and many, not " + parts);
        server.require(connections > 0, "--connections must be 1 or more, not " + connections);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Instant at = Instant.now();
        Session session = server.open();
        try (DaybookClient client = session.client()) {
            skus = BenchProducts.stock(client, PRODUCTS, UNITS);
            Customers.register(client, "tiers-vip", "VIP");
            Customers.register(client, "tiers-standard", "STANDARD");
        }
        Duration overload = Duration.ofSeconds(seconds);
        Map<String, Offer> offers = Map.of(
                "base", new Offer("base", capacity / 2, FEW_VIPS, Duration.ofSeconds(baseSeconds)),
                "none", new Offer("overload without VIP orders", capacity * OVERLOAD, 0, overload),
                "few", new Offer("overload with few VIP orders", capacity * OVERLOAD, FEW_VIPS, overload),
                "many", new Offer("overload with many VIP orders", capacity * OVERLOAD, MANY_VIPS, overload));
        List<Part> done = new ArrayList<>();
        for (String name : parts) {
            Part part = run(session, Objects.requireNonNull(offers.get(name)));
            done.add(part);
            out.print(text(part));
            out.flush();
        }
        Reports.write(server.json(), new Report("tiers", at, server.url().toString(), capacity, done));
        return done.stream()
                        .allMatch(part -> part.unsettled() == 0
                                && part.vip().failed().isEmpty()
                                && part.standard().failed().isEmpty())
                ? 0
                : 1;
    }

    private Part run(Session session, Offer offer) throws IOException, InterruptedException {
        // Few VIP orders are waited for one by one; of many, as of standard ones, only the platform's figures tell.
        boolean few = offer.vipPercent() <= FEW_VIPS;
        Senders vip = new Senders(session, order("tiers-vip"), offer.perSecond(true), few ? WAIT_SECONDS : 0);
        Senders standard = new Senders(session, order("tiers-standard"), offer.perSecond(false), 0);
        try (DaybookClient observer = session.client()) {
            long stuckBefore = observer.openOrders().stuck();
            Confirmed before = Confirmed.read(observer);
            if (offer.vipPercent() > 0) {
                vip.start(offer.duration(), few ? WAITING : connections);
            }
            standard.start(offer.duration(), connections);
            TimeUnit.NANOSECONDS.sleep(offer.duration().toNanos());
            Confirmed after = Confirmed.read(observer);
            long ended = System.nanoTime();
            vip.join();
            standard.join();
            DaybookClient.OpenOrders open = observer.openOrders();
            while (open.waiting() > 0 && System.nanoTime() - ended < SETTLE.toNanos()) {
                TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
                open = observer.openOrders();
            }
            double drain = (System.nanoTime() - ended) / 1e9;
            double lasted = offer.duration().toNanos() / 1e9;
            return new Part(
                    offer,
                    vip.outcome(after.vip() - before.vip(), lasted),
                    standard.outcome(after.standard() - before.standard(), lasted),
                    drain,
                    open.waiting() + Math.max(0, open.stuck() - stuckBefore));
        }
    }

    /** Orders that are confirmed, by tier. */
    private record Confirmed(long vip, long standard) {

        static Confirmed read(DaybookClient client) throws IOException {
            return new Confirmed(client.confirmed("VIP"), client.confirmed("STANDARD"));
        }
    }

    private Supplier<OrderRequest> order(String customer) {
        return () -> {
            int first = ThreadLocalRandom.current().nextInt(skus.size());
            int second = (first + 1 + ThreadLocalRandom.current().nextInt(skus.size() - 1)) % skus.size();
            return new OrderRequest(
                    customer,
                    List.of(
                            new OrderRequest.Line(skus.get(first), 1, BenchProducts.PRICE),
                            new OrderRequest.Line(skus.get(second), 1, BenchProducts.PRICE)),
                    new OrderRequest.Payment(Card.APPROVE.number()),
                    OrderRequest.ShippingAddress.anywhere());
        };
    }

    private static String text(Part part) {
        Offer offer = part.offer();
        return String.format(
                        Locale.ROOT,
                        "%s: %.0f orders/s for %d s, %d %% of them VIP; %s settled %.1f s after%n",
                        offer.name(),
                        offer.perSecond(),
                        offer.duration().toSeconds(),
                        offer.vipPercent(),
                        part.unsettled() == 0 ? "all" : "ALL BUT " + part.unsettled(),
                        part.drainSeconds())
                + text("VIP", part.vip())
                + text("standard", part.standard());
    }

    private static String text(String tier, Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "  %-8s offered %.0f/s, taken %,d, put off %,d, confirmed %,d (%.0f/s)%s%s%s%s%s%s%n",
                tier,
                outcome.offered(),
                outcome.taken(),
                outcome.putOff(),
                outcome.confirmed(),
                outcome.perSecond(),
                outcome.unsent() == 0 ? "" : String.format(Locale.ROOT, ", not sent in time %,d", outcome.unsent()),
                text("until confirmed", outcome.millis()),
                text("in the log", outcome.inLog()),
                outcome.rejected() == 0 ? "" : "; not among these: rejected " + outcome.rejected(),
                outcome.unsettled() == 0
                        ? ""
                        : "; not among these: not settled after " + WAIT_SECONDS + " s " + outcome.unsettled(),
                outcome.failed().isEmpty() ? "" : "; failed " + outcome.failed());
    }

    private static String text(String what, Outcome.@Nullable Latency millis) {
        return millis == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %s, ms: mean %.0f, p50 %.0f, p90 %.0f, p99 %.0f, max %.0f",
                        what,
                        millis.mean(),
                        millis.p50(),
                        millis.p90(),
                        millis.p99(),
                        millis.max());
    }
}
