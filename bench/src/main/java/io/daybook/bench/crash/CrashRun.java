package io.daybook.bench.crash;

import io.daybook.bench.http.DaybookClient;
import io.daybook.bench.http.Reply;
import io.daybook.bench.http.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts a platform, loads it, kills it, and starts it again, many times; then lets it settle and holds its books. */
final class CrashRun {

    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration FINISH = Duration.ofMinutes(2);
    private static final Duration LAST_LOAD = Duration.ofSeconds(3);

    private final CrashPlan plan;
    private final PrintWriter out;
    private final Random random;
    private final Gate gate = new Gate();
    private final Acknowledgements acknowledged = new Acknowledgements();
    private final Traffic traffic;
    private final EventLog log;
    private final Story story = new Story();
    private final List<Long> startMillis = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int crashes;

    CrashRun(CrashPlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
        this.random = new Random(plan.seed());
        this.traffic = new Traffic(gate, OrderMix::new, plan.waitSeconds(), acknowledged, ClientWatch.NOBODY);
        this.log = new SqliteLog(plan.data().resolve("book.db"));
    }

    CrashReport run() throws IOException, InterruptedException {
        Path output = plan.data().resolve("server.log");
        say("Seed %d; the server writes to %s", plan.seed(), output);
        Map<String, String> environment = Map.of("DAYBOOK_OPERATOR_PASSWORD", plan.password());
        try (ServerProcess server =
                new ServerProcess(plan.command(), environment, output, plan.url(), "/actuator/health/readiness")) {
            @Nullable Session session = started(server);
            CrashSetup.prepare(session);
            gate.open(session);
            traffic.start(plan.clients(), plan.seed());
            while (session != null && crashes < plan.rounds()) {
                session = crash(server, session);
            }
            boolean finished = false;
            long settleMillis = 0;
            if (session != null) {
                TimeUnit.MILLISECONDS.sleep(LAST_LOAD.toMillis());
                finished = finish();
                settleMillis = settle();
            }
            gate.end();
            traffic.finish(FINISH.toMillis());
            if (!server.stop()) {
                remarks.add("The server did not end within a minute of being asked to, and was killed.");
            }
            return report(finished, settleMillis);
        } finally {
            gate.end();
        }
    }

    private Session started(ServerProcess server) throws IOException {
        long millis = server.start(plan.ready()).toMillis();
        startMillis.add(millis);
        return Session.open(server.url(), plan.email(), plan.password(), ANSWER);
    }

    /** Returns who calls from then on; null when the server did not come back. */
    private @Nullable Session crash(ServerProcess server, Session session) throws InterruptedException {
        long spread = plan.maxUp().minus(plan.minUp()).toMillis();
        long up = plan.minUp().toMillis() + (spread <= 0 ? 0 : (long) (random.nextDouble() * spread));
        TimeUnit.MILLISECONDS.sleep(up);
        int before = acknowledged.placed();
        server.kill();
        crashes++;
        gate.close();
        Session next;
        try {
            next = started(server);
            checkSignIn(session);
        } catch (IOException gone) {
            remarks.add("The server did not come back after crash %d: %s".formatted(crashes, gone.getMessage()));
            return null;
        }
        gate.open(next);
        say(
                "Crash %d of %d after %,d ms under load; %,d orders acknowledged so far; ready again after %,d ms",
                crashes, plan.rounds(), up, before, startMillis.get(startMillis.size() - 1));
        return next;
    }

    private boolean finish() throws InterruptedException {
        boolean finished = traffic.finish(FINISH.toMillis());
        if (!finished) {
            remarks.add("Some clients were still without an answer to their last order after " + FINISH.toSeconds()
                    + " s; these orders are not among the acknowledged ones.");
        }
        return finished;
    }

    /** A token that was given out before the crash must be good after it. */
    private void checkSignIn(Session session) throws IOException {
        try (DaybookClient client = session.client()) {
            Reply reply = client.ownOrders();
            if (reply.status() == 401) {
                acknowledged.signInLost("a token from before a crash was refused after it: " + reply.summary());
            }
        }
    }

    /** Waits until the log has an end for every order; returns how long that took. */
    private long settle() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        long end = begin + plan.settle().toNanos();
        log.readOn(story::on);
        while (story.unsettled() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(500);
            log.readOn(story::on);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private CrashReport report(boolean finished, long settleMillis) throws IOException {
        // From the beginning, and after the server has ended: nothing of it is left that could explain anything away.
        Story whole = new Story();
        new SqliteLog(plan.data().resolve("book.db")).readOn(whole::on);
        ProviderBooks books = ProviderBooks.read(plan.data().resolve("payments.db"));
        List<Violation> violations = Invariants.check(whole, acknowledged, books, finished);
        if (acknowledged.placed() == 0) {
            remarks.add("No order was ever taken, so nothing could be lost.");
        }
        return CrashReport.of(
                plan,
                crashes,
                whole,
                acknowledged,
                traffic.unanswered(),
                startMillis,
                settleMillis,
                remarks,
                violations);
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
