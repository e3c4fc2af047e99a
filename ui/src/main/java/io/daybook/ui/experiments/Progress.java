package io.daybook.ui.experiments;

import io.daybook.ui.experiments.Run.Note;
import io.daybook.ui.experiments.Run.PutBack;
import io.daybook.ui.experiments.Run.Sample;
import io.daybook.ui.experiments.Run.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A run that is under way here: what is added to it, and whether somebody wants it to end. */
final class Progress {

    /** A chart has more than enough points then. */
    private static final int MOST_SAMPLES = 1_200;

    private final Run begun;
    private final Clock clock;
    private final CountDownLatch aborted = new CountDownLatch(1);
    private volatile String abortion = "";
    private final Set<String> skus;
    private final List<PutBack> putBack;
    private final List<Note> steps;
    private final List<Sample> samples;
    private final List<Note> cleaned;
    private List<Check> checks;
    private State state;
    private @Nullable Instant endedAt;

    /** The run is to end; the message says by whose will. */
    static final class Aborted extends RuntimeException {

        Aborted(String abortion) {
            super(abortion);
        }
    }

    Progress(Run begun, Clock clock) {
        this.begun = begun;
        this.clock = clock;
        this.skus = new LinkedHashSet<>(begun.skus());
        this.putBack = new ArrayList<>(begun.putBack());
        this.steps = new ArrayList<>(begun.steps());
        this.samples = new ArrayList<>(begun.samples());
        this.cleaned = new ArrayList<>(begun.cleaned());
        this.checks = begun.checks();
        this.state = begun.state();
        this.endedAt = begun.endedAt();
    }

    synchronized Run now() {
        return new Run(
                begun.id(),
                begun.experiment(),
                begun.seeded(),
                begun.reason(),
                begun.by(),
                state,
                begun.startedAt(),
                endedAt,
                begun.orders(),
                List.copyOf(skus),
                List.copyOf(putBack),
                List.copyOf(steps),
                List.copyOf(samples),
                checks,
                List.copyOf(cleaned));
    }

    synchronized void step(String text) {
        steps.add(new Note(clock.instant(), text));
    }

    synchronized void cleaned(String text) {
        cleaned.add(new Note(clock.instant(), text));
    }

    synchronized void uses(String sku) {
        skus.add(sku);
    }

    synchronized void willPutBack(PutBack change) {
        putBack.add(change);
    }

    synchronized void isBack(PutBack change) {
        putBack.remove(change);
    }

    synchronized void sample(Map<String, Double> values) {
        if (samples.size() < MOST_SAMPLES) {
            samples.add(new Sample(clock.instant(), Map.copyOf(values)));
        }
    }

    synchronized void judged(List<Check> verdict) {
        checks = List.copyOf(verdict);
    }

    synchronized void is(State now) {
        state = now;
        if (now.over()) {
            endedAt = clock.instant();
        }
    }

    /** @param how a sentence for the record */
    void abort(String how) {
        abortion = how;
        aborted.countDown();
    }

    /** @throws Aborted when the run is to end */
    void goOn() {
        if (aborted.getCount() == 0) {
            throw new Aborted(abortion);
        }
    }

    /** Waits so long; throws {@link Aborted} at once when the run is to end. */
    void pause(Duration time) throws InterruptedException {
        aborted.await(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
        goOn();
    }
}
