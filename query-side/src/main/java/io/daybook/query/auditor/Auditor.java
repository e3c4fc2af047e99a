package io.daybook.query.auditor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Goes round and round, a little at a time, and rests after each step in proportion to what it cost: so it takes its share
 * of a processor and no more, however much there is to look at.
 */
final class Auditor implements SmartLifecycle {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Logger log = LoggerFactory.getLogger(Auditor.class);
    /** A first step, before anything is warm, may take a second; it is not to cost the walks a minute. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    /** Decisions of operators are looked for so often. */
    private static final Duration DECISIONS = Duration.ofMillis(500);

    private final Claim claim;
    private final Streams streams;
    private final FindingStore findings;
    private final Repairs repairs;
    private final List<Step> steps;
    private final Pauses pauses;
    private final AuditorSettings settings;
    private volatile @Nullable Thread thread;
    private boolean failing;
    private boolean master;
    private int turn;

    Auditor(
            Claim claim,
            Streams streams,
            FindingStore findings,
            Repairs repairs,
            List<Step> steps,
            Pauses pauses,
            AuditorSettings settings) {
        this.claim = claim;
        this.streams = streams;
        this.findings = findings;
        this.repairs = repairs;
        this.steps = List.copyOf(steps);
        this.pauses = pauses;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (settings.enabled() && thread == null) {
            Thread made = new Thread(this::run, "auditor");
            made.setDaemon(true);
            thread = made;
            made.start();
        }
    }

    private void run() {
        try {
            while (thread == Thread.currentThread()) {
                try {
                    turn();
                    failing = false;
                } catch (RuntimeException failure) {
                    // Any: one that got out would end the auditor for good.
                    if (thread == Thread.currentThread()) {
                        if (!failing) {
                            log.warn("The auditor does not get on; it tries again until it does", failure);
                        }
                        failing = true;
                        Thread.sleep(AFTER_FAILURE.toMillis());
                    }
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        boolean mine = claim.isMine();
        if (mine && !master) {
            findings.load();
        }
        master = mine;
        streams.forget();
        repairs.take(master);
        boolean worked = false;
        for (int tried = 0; master && !worked && tried < steps.size(); tried++) {
            Step step = steps.get(turn++ % steps.size());
            streams.forget();
            pauses.takeNanos();
            long start = System.nanoTime();
            long processor = processorNanos();
            worked = step.take();
            rest(cost(System.nanoTime() - start - pauses.takeNanos(), processorNanos() - processor));
        }
        if (!worked) {
            Thread.sleep(DECISIONS.toMillis());
        }
    }

    /**
     * What a step has cost: its own processor time and as much again for what databases have done for it, unless that is more
     * than it took by the clock. The clock alone would count waiting for a busy processor as work.
     */
    private static long cost(long workedNanos, long processorNanos) {
        return THREADS.isCurrentThreadCpuTimeSupported() ? Math.min(workedNanos, 2 * processorNanos) : workedNanos;
    }

    private static long processorNanos() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
    }

    private void rest(long workedNanos) throws InterruptedException {
        long due = (long) (workedNanos * (1 / settings.share() - 1));
        long rest =
                Math.min(LONGEST_REST.toNanos(), Math.max(settings.leastRest().toNanos(), due));
        long end = System.nanoTime() + rest;
        for (long left = rest; left > 0; left = end - System.nanoTime()) {
            Thread.sleep(Math.max(1, Math.min(left, DECISIONS.toNanos()) / 1_000_000));
            if (left > DECISIONS.toNanos()) {
                claim.isMine();
                repairs.take(master);
            }
        }
    }

    @Override
    public synchronized void stop() {
        Thread ending = thread;
        thread = null;
        if (ending != null) {
            ending.interrupt();
            try {
                ending.join(AFTER_FAILURE.toMillis());
                claim.release();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
