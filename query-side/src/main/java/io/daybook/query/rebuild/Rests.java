package io.daybook.query.rebuild;

import java.time.Duration;

/** Leaves the machine to others between batches, in proportion to what each batch took, while there is traffic. */
final class Rests {

    private final RebuildSettings settings;
    private final LogHead head;
    private final Pauses pauses;
    private long began = System.nanoTime();

    Rests(RebuildSettings settings, LogHead head, Pauses pauses) {
        this.settings = settings;
        this.head = head;
        this.pauses = pauses;
    }

    boolean isBusy() {
        return head.growth() > settings.busy();
    }

    /** A batch has been written. */
    void after(boolean busy) {
        if (busy) {
            long took = System.nanoTime() - began;
            Duration rest = Duration.ofNanos((long) (took * settings.rest()));
            pauses.pause(rest.compareTo(settings.longest()) < 0 ? rest : settings.longest());
        }
        began = System.nanoTime();
    }
}
