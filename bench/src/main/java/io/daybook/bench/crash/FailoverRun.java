package io.daybook.bench.crash;

import io.daybook.bench.http.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts a cluster, loads it, kills one process of each kind, lets it settle, and holds its books. */
final class FailoverRun {

    private static final String EMAIL = "operator@daybook.example";
    private static final int WAIT_SECONDS = 3;
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration FINISH = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 250;

    private final FailoverPlan plan;
    private final PrintWriter out;
    private final Acknowledgements acknowledged = new Acknowledgements();
    private final ClientLog clients = new ClientLog();
    private final List<Kill> kills = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final HistoryExport export;

    FailoverRun(FailoverPlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
        this.export = new HistoryExport(plan.root(), plan.data().resolve("history.log"));
    }

    FailoverReport run() throws IOException, InterruptedException {
        try (Cluster cluster = new Cluster(plan)) {
            long begin = now();
            cluster.start();
            long startMillis = now() - begin;
            say(
                    "Seed %d; %d processes are ready after %,d ms; all write to %s",
                    plan.seed(), cluster.instances().size() + 1, startMillis, plan.data());
            Traffic traffic = load(cluster);
            for (Part part : plan.kills()) {
                kill(cluster, part);
            }
            boolean finished = traffic.finish(FINISH.toMillis());
            if (!finished) {
                problems.add("Some clients were still without an answer to their last order after " + FINISH.toSeconds()
                        + " s; these orders are not among the acknowledged ones");
            }
            long settleMillis = settle(cluster);
            hold(cluster);
            return report(cluster, startMillis, settleMillis, finished);
        }
    }

    private Traffic load(Cluster cluster) throws IOException, InterruptedException {
        List<Session> sessions = new ArrayList<>();
        for (Instance ui : cluster.of(Part.UI)) {
            Session first = sessions.isEmpty()
                    ? Session.open(ui.process().url(), EMAIL, Cluster.OPERATOR_PASSWORD, ANSWER)
                    : sessions.get(0);
            // Who has signed in at one UI has signed in at all.
            sessions.add(new Session(ui.process().url(), first.token(), ANSWER));
        }
        CrashSetup.prepare(sessions.get(0));
        Traffic traffic =
                new Traffic(new Doors(sessions, plan.clients()), OrderMix::steady, WAIT_SECONDS, acknowledged, clients);
        traffic.start(plan.clients(), plan.seed());
        TimeUnit.MILLISECONDS.sleep(plan.warmUp().toMillis());
        return traffic;
    }

    /** Measures, kills, starts again, and waits until it is as it was. */
    private void kill(Cluster cluster, Part part) throws IOException, InterruptedException {
        long measuredFrom = now();
        Map<Instance, Duration> used = new HashMap<>();
        cluster.of(part)
                .forEach(instance -> used.put(instance, instance.process().cpu()));
        measure();
        // The one that worked most: of those that stand by, the death would not be noticed.
        Instance victim = cluster.of(part).stream()
                .max(Comparator.comparing(instance -> instance.cpuSince(used.getOrDefault(instance, Duration.ZERO))))
                .orElseThrow();
        long at = now();
        double before = clients.confirmed().perSecond(measuredFrom, at);
        victim.process().kill();
        if (cluster.of(part).size() > 1) {
            TimeUnit.MILLISECONDS.sleep(plan.restartAfter().toMillis());
        }
        long restartedAt = now();
        victim.process().launch();
        try {
            victim.process().awaitReady(plan.ready());
        } catch (IOException gone) {
            problems.add(victim.name() + " did not come back: " + gone.getMessage());
        }
        long readyAt = now();
        if (!awaitRate(before)) {
            problems.add("%s: %d s after it was ready again, the rate was still below 80 %% of the %.1f a second before"
                    .formatted(victim.name(), plan.recovery().toSeconds(), before));
        }
        long steadyAt = now();
        measure();
        Kill kill = new Kill(part, victim.name(), measuredFrom, at, restartedAt, readyAt, steadyAt, now());
        kills.add(kill);
        say(
                "Killed %s at %.1f orders a second; ready again after %,d ms, at %.1f now; %d requests failed",
                victim.name(),
                before,
                readyAt - at,
                clients.confirmed().perSecond(steadyAt, kill.end()),
                clients.failures(at, kill.end()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    private void measure() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(plan.measure().toMillis());
    }

    /** Waits until clients have as many orders confirmed as before; false when that takes too long. */
    private boolean awaitRate(double before) throws InterruptedException {
        long end = now() + plan.recovery().toMillis();
        while (!clients.confirmed().asBefore(before, now())) {
            if (now() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return true;
    }

    /** Waits until the log stands still and has an end for every order; returns how long that took. */
    private long settle(Cluster cluster) throws IOException, InterruptedException {
        long begin = now();
        Path file = plan.data().resolve("settling.history");
        while (now() - begin < plan.settle().toMillis()) {
            if (export.write(cluster.axonServerAddress(), file) && read(file).unsettled() == 0) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return now() - begin;
    }

    private static Story read(Path file) throws IOException {
        Story story = new Story();
        new HistoryLog(file).readOn(story::on);
        return story;
    }

    private void hold(Cluster cluster) throws IOException {
        if (plan.hold()) {
            say(
                    "Axon Server is at %s, the shop at %s, its operator %s with password %s. Press Enter to go on.",
                    cluster.of(Part.AXONSERVER).get(0).process().url(),
                    cluster.of(Part.UI).get(0).process().url(),
                    EMAIL,
                    Cluster.OPERATOR_PASSWORD);
            while (true) {
                int read = System.in.read();
                if (read == '\n' || read == -1) {
                    return;
                }
            }
        }
    }

    private FailoverReport report(Cluster cluster, long startMillis, long settleMillis, boolean finished)
            throws IOException, InterruptedException {
        cluster.stopOurs().forEach(name -> problems.add(name + " did not end within a minute of being asked to"));
        Path file = plan.data().resolve("log.history");
        if (!export.write(cluster.axonServerAddress(), file)) {
            throw new IOException(
                    "Somebody writes to the log though the whole platform has ended; see " + export.output());
        }
        cluster.stopSandbox();
        Story story = new Story();
        List<Long> confirmed = new ArrayList<>();
        new HistoryLog(file).readOn(entry -> {
            story.on(entry);
            if (entry.type().endsWith("$OrderConfirmed")) {
                confirmed.add(entry.at().toEpochMilli());
            }
        });
        if (clients.signInRefused()) {
            acknowledged.signInLost("a token that was good before was refused");
        }
        Rates rates = Rates.of(confirmed);
        return new FailoverReport(
                "failover",
                plan.seed(),
                Runtime.getRuntime().availableProcessors(),
                plan.clients(),
                plan.javaOptions(),
                plan.instances(),
                startMillis,
                acknowledged.placed(),
                acknowledged.cancellations().size(),
                acknowledged.refused(),
                story.orders().values().stream()
                        .collect(Collectors.groupingBy(OrderStory::state, TreeMap::new, Collectors.counting())),
                story.events(),
                kills.stream()
                        .map(kill -> KillReport.of(
                                kill, rates, clients, plan.measure().toMillis()))
                        .toList(),
                settleMillis,
                List.copyOf(problems),
                Invariants.check(story, acknowledged, ProviderBooks.read(cluster.books()), finished));
    }

    private static long now() {
        return System.currentTimeMillis();
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
