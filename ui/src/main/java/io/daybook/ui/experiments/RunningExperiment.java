package io.daybook.ui.experiments;

import io.daybook.ui.experiments.Run.State;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run that is carried out here, from its beginning or from where another process left it. */
final class RunningExperiment {

    private static final Logger log = LoggerFactory.getLogger(RunningExperiment.class);

    private final Experiment experiment;
    private final boolean fresh;
    private final Progress progress;
    private final RunParts parts;
    private final Steering steering;
    private volatile @Nullable Stage stage;
    private volatile boolean closing;

    /** @param fresh whether it is to be begun; otherwise it is only cleared away after */
    RunningExperiment(Experiment experiment, boolean fresh, Progress progress, RunParts parts) {
        this.experiment = experiment;
        this.fresh = fresh;
        this.progress = progress;
        this.parts = parts;
        this.steering = new Steering(parts.platform().commands(), progress, this::save);
    }

    String id() {
        return now().id();
    }

    Run now() {
        return progress.now();
    }

    /** @param how a sentence for the record */
    void abort(String how) {
        progress.abort(how);
    }

    /** The process ends: nothing of what fails from now on says anything about the platform. */
    void close() {
        closing = true;
    }

    /** Takes a point of the charts and puts the run on record. */
    void sample() {
        Stage present = stage;
        if (present != null && now().state() == State.RUNNING) {
            present.sample();
        }
        save();
    }

    /** One at a time: what is on record never becomes older. */
    private synchronized void save() {
        parts.store().save(now());
    }

    /** False when something is left to be cleared away, or the process ends: then another has to go on. */
    boolean carryOut() {
        try {
            State outcome = fresh ? tryOut() : outcomeOfBefore();
            progress.is(State.CLEANING_UP);
            save();
            cleanUp();
            progress.is(outcome);
            save();
            log.info("Run {} of experiment {} is over: {}", id(), experiment.name(), outcome);
            return true;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException failure) {
            log.warn("Run {} could not be cleared away, which is tried again", id(), failure);
            progress.cleaned("Not all could be cleared away; it is tried again. %s".formatted(failure.getMessage()));
            record();
            return false;
        }
    }

    private void record() {
        try {
            save();
        } catch (RuntimeException away) {
            log.warn("Run {} could not be put on record: {}", id(), away.toString());
        }
    }

    /** A verdict that had been drawn stands. */
    private State outcomeOfBefore() {
        List<Check> checks = now().checks();
        return checks.isEmpty() ? State.INTERRUPTED : outcome(checks);
    }

    private static State outcome(List<Check> checks) {
        return checks.stream().allMatch(Check::holds) ? State.PASSED : State.FAILED;
    }

    private State tryOut() throws InterruptedException {
        progress.step(now().seeded() ? "Begun, with a seeded failure: it has to fail." : "Begun.");
        try (RunLog story = new RunLog(parts.events(), id());
                Stage set = new Stage(parts.platform(), progress, story, steering, parts.settings())) {
            stage = set;
            progress.judged(experiment.run(set));
            set.sample();
        } catch (Progress.Aborted aborted) {
            progress.step(String.valueOf(aborted.getMessage()));
            return State.ABORTED;
        } catch (RuntimeException failure) {
            if (closing) {
                throw new InterruptedException("the process ends");
            }
            log.warn("Experiment {} could not be carried out", experiment.name(), failure);
            progress.judged(List.of(new Check("It is carried out to its end.", String.valueOf(failure), false)));
        } finally {
            stage = null;
        }
        progress.step("The verdict is drawn.");
        return outcome(now().checks());
    }

    private void cleanUp() throws InterruptedException {
        new CleanUp(
                        parts.events(),
                        parts.platform().commands(),
                        steering,
                        progress,
                        parts.settings().undo(),
                        this::save)
                .run();
    }
}
