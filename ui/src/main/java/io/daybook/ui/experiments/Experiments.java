package io.daybook.ui.experiments;

import io.daybook.api.CommandRefused;
import io.daybook.api.InvalidValue;
import io.daybook.api.Refusal;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.experiments.Run.State;
import io.daybook.ui.http.NotThere;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All experiments and their runs. On the whole platform there is one run at a time: two would spoil each other. */
final class Experiments implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Experiments.class);
    private static final int LONGEST_REASON = 300;

    private final List<Experiment> all;
    private final RunStore store;
    private final RunParts parts;
    private final ExperimentSettings settings;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();
    private final ExecutorService runner = Executors.newSingleThreadExecutor(task -> thread(task, "experiment"));
    private final ScheduledExecutorService beats =
            Executors.newSingleThreadScheduledExecutor(task -> thread(task, "experiment-beats"));
    private volatile @Nullable RunningExperiment running;

    Experiments(List<Experiment> all, RunParts parts, Clock clock) {
        this.all = List.copyOf(all);
        this.store = parts.store();
        this.parts = parts;
        this.settings = parts.settings();
        this.clock = clock;
        var unusedBeat =
                beats.scheduleWithFixedDelay(this::beat, 0, settings.every().toMillis(), TimeUnit.MILLISECONDS);
        var unusedLook = beats.scheduleWithFixedDelay(
                this::lookForInterrupted,
                settings.look().toMillis(),
                settings.look().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    List<Experiment> all() {
        return all;
    }

    Experiment named(String name) {
        return all.stream()
                .filter(experiment -> experiment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotThere("experiment " + name));
    }

    List<Run> latest() {
        return store.latest(settings.kept());
    }

    Run run(String id) {
        return find(id).orElseThrow(() -> new NotThere("run " + id));
    }

    private Optional<Run> find(String id) {
        RunningExperiment here = running;
        return here != null && here.id().equals(id) ? Optional.of(here.now()) : store.find(id);
    }

    /** Why an experiment cannot be run now; empty when it can. */
    Optional<String> obstacle(Experiment experiment) {
        return experiment.obstacle(parts.platform().instances().instances());
    }

    /** The run under way, whoever carries it out. */
    Optional<String> underWay() {
        return store.claimed().map(RunStore.Claim::run);
    }

    /**
     * Begins a run and returns its id.
     *
     * @param seeded whether to break the expectation on purpose
     * @throws CommandRefused when another run is under way, or something that the experiment needs is not there
     * @throws InvalidValue   when the reason is missing or too long
     */
    String start(String name, String reason, boolean seeded, Account by) {
        Experiment experiment = named(name);
        String given = reason.strip();
        if (given.isEmpty() || given.length() > LONGEST_REASON) {
            throw new InvalidValue("reason", "must have 1 to %d characters".formatted(LONGEST_REASON));
        }
        underWay().ifPresent(Experiments::refuseBeside);
        obstacle(experiment).ifPresent(obstacle -> {
            throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, obstacle);
        });
        String id = Numbering.next().run();
        if (!store.claim(id, owner)) {
            refuseBeside(underWay().orElse("unknown"));
        }
        Progress progress = new Progress(
                new Run(
                        id,
                        name,
                        seeded,
                        given,
                        by.email(),
                        State.RUNNING,
                        clock.instant(),
                        null,
                        experiment.orders(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                clock);
        begin(new RunningExperiment(experiment, true, progress, parts));
        return id;
    }

    private static void refuseBeside(String other) {
        throw new CommandRefused(
                Refusal.Code.NOT_ALLOWED_NOW,
                "Run %s is under way. One is done at a time: wait for its end, or abort it.".formatted(other));
    }

    private void begin(RunningExperiment run) {
        store.save(run.now());
        running = run;
        runner.execute(() -> {
            boolean over = run.carryOut();
            running = null;
            if (over) {
                store.release(run.id(), owner);
            }
        });
    }

    /** Ends a run before its end; what it has changed is put back. */
    void abort(String id, Account by) {
        if (run(id).state().over()) {
            throw new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "Run %s is over.".formatted(id));
        }
        store.abort(id, by.email());
        RunningExperiment here = running;
        if (here != null && here.id().equals(id)) {
            here.abort(abortedBy(by.email()));
        }
    }

    private static String abortedBy(String somebody) {
        return "Aborted by %s.".formatted(somebody);
    }

    private void beat() {
        RunningExperiment here = running;
        if (here == null) {
            return;
        }
        try {
            here.sample();
            Optional<RunStore.Claim> claim = store.beat(here.id(), owner);
            if (claim.isEmpty()) {
                here.abort("Aborted, as it was taken for dead: another process clears it away.");
                return;
            }
            String by = claim.get().abortedBy();
            if (by != null) {
                here.abort(abortedBy(by));
            }
        } catch (RuntimeException failure) {
            // Any: one that got out would end the signs of life for good.
            log.warn("Run {} cannot give a sign of life: {}", here.id(), failure.toString());
        }
    }

    /** A run whose process has ended, or that could not be cleared away, is taken over here. */
    private void lookForInterrupted() {
        if (running != null) {
            return;
        }
        try {
            store.inherit(owner, settings.lost())
                    .ifPresent(claim -> store.find(claim.run())
                            .ifPresentOrElse(this::takeOver, () -> store.release(claim.run(), owner)));
        } catch (RuntimeException failure) {
            log.warn("Interrupted runs cannot be looked for: {}", failure.toString());
        }
    }

    private void takeOver(Run run) {
        log.info("Run {} of experiment {} was interrupted, and is put back", run.id(), run.experiment());
        begin(new RunningExperiment(named(run.experiment()), false, new Progress(run, clock), parts));
    }

    /** What runs is interrupted here and now, and put back by whoever notices. */
    @Override
    public void close() {
        RunningExperiment here = running;
        if (here != null) {
            here.close();
        }
        beats.shutdownNow();
        runner.shutdownNow();
    }
}
