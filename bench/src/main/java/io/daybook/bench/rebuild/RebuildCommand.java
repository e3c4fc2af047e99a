package io.daybook.bench.rebuild;

import io.daybook.bench.Reports;
import io.daybook.bench.ServerOptions;
import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.Reply;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Rebuilds views beside the live ones. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Has views rebuilt beside the live ones, and shows how far that is. Exit code 0: the copies are equal"
                        + " (and swapped in, if that was asked for), and nothing"
                        + " that was read meanwhile was empty or older than what was read before; 1: not.")
public final class RebuildCommand implements Callable<Integer> {

    private static final int LOOK_MILLIS = 500;
    private static final Set<String> ENDS = Set.of("EQUAL", "DIFFERENT", "SWAPPED", "CANCELLED", "FAILED");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--view", defaultValue = "all", description = "Its name, or all; ${DEFAULT-VALUE}.")
    private String view = "all";

    @Option(names = "--from", description = "Takes over what last changed before, for example 2026-02-03T04:05:06Z.")
    private @Nullable Instant from;

    @Option(names = "--swap", description = "Swaps each copy in once it is found equal.")
    private boolean swap;

    @Option(
            names = "--reads",
            defaultValue = "20",
            description = "Answers a second that a client reads of the views meanwhile; ${DEFAULT-VALUE}.")
    private int reads = 20;

    @Option(
            names = "--reason",
            defaultValue = "From the command line",
            description = "For the audit; ${DEFAULT-VALUE}.")
    private String reason = "From the command line";

    @Override
    public Integer call() throws IOException, InterruptedException {
        server.require(reads > 0, "--reads must be 1 or more, not " + reads);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Session session = server.open();
        try (DaybookClient client = session.client();
                Reader reader = new Reader(session.client(), reads)) {
            Map<String, String> rebuilds = new LinkedHashMap<>();
            for (String each : names(client)) {
                rebuilds.put(each, start(client, each));
            }
            List<RebuildReport.OfView> rebuilt = follow(client, rebuilds, out);
            RebuildReport report = new RebuildReport(rebuilt, reader.stop());
            report.views().forEach(each -> out.print(each.text()));
            out.print(report.reading().text());
            out.flush();
            Reports.write(server.json(), report);
            return report.good(swap) ? 0 : 1;
        }
    }

    private List<String> names(DaybookClient client) throws IOException {
        if (!view.equals("all")) {
            return List.of(view);
        }
        List<String> names = new ArrayList<>();
        views(client).forEach(each -> names.add(each.path("view").asString()));
        return names;
    }

    private static JsonNode views(DaybookClient client) throws IOException {
        Reply reply = client.views();
        if (!reply.ok()) {
            throw new IOException("The views cannot be asked for: " + reply.summary());
        }
        return reply.json().path("views");
    }

    private String start(DaybookClient client, String name) throws IOException {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("swapWhenEqual", swap);
        wanted.put("reason", reason);
        if (from != null) {
            wanted.put("from", from.toString());
        }
        Reply reply = client.rebuild(name, wanted);
        if (!reply.ok()) {
            throw new IOException("The view " + name + " cannot be rebuilt: " + reply.summary());
        }
        return reply.json().path("rebuild").asString();
    }

    private List<RebuildReport.OfView> follow(DaybookClient client, Map<String, String> rebuilds, PrintWriter out)
            throws IOException, InterruptedException {
        Map<String, RebuildReport.OfView> done = new LinkedHashMap<>();
        String shown = "";
        while (done.size() < rebuilds.size()) {
            for (JsonNode each : views(client)) {
                String name = each.path("view").asString();
                JsonNode rebuild = each.path("rebuild");
                if (rebuild.path("rebuild").asString("").equals(rebuilds.get(name)) && !done.containsKey(name)) {
                    String now = progress(name, rebuild);
                    if (!rebuild.path("waiting").asBoolean() && !now.equals(shown)) {
                        out.println(now);
                        out.flush();
                        shown = now;
                    }
                    if (hasEnded(rebuild)) {
                        done.put(name, result(name, rebuild));
                    }
                }
            }
            if (done.size() < rebuilds.size()) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
        return List.copyOf(done.values());
    }

    /** A copy that is equal and is to be swapped in will be: comparison and swap are one step. */
    private boolean hasEnded(JsonNode rebuild) {
        String phase = rebuild.path("phase").asString();
        return ENDS.contains(phase) && !(swap && phase.equals("EQUAL"));
    }

    private static String progress(String name, JsonNode rebuild) {
        return "%s: %s, %d of %d events, %d a second"
                .formatted(
                        name,
                        rebuild.path("phase").asString(),
                        rebuild.path("position").asLong()
                                - rebuild.path("start").asLong(),
                        rebuild.path("head").asLong() - rebuild.path("start").asLong(),
                        rebuild.path("rate").asLong());
    }

    private static RebuildReport.OfView result(String name, JsonNode rebuild) {
        JsonNode comparison = rebuild.path("comparison");
        return new RebuildReport.OfView(
                name,
                rebuild.path("phase").asString(),
                rebuild.path("position").asLong() - rebuild.path("start").asLong(),
                rebuild.path("rate").asLong(),
                comparison.path("copyDocuments").asLong(0),
                comparison.path("differing").asLong(0),
                comparison.path("liveChecksum").asString(""),
                comparison.path("copyChecksum").asString(""),
                rebuild.path("failure").asString(""));
    }
}
