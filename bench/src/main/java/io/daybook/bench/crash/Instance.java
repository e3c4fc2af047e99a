package io.daybook.bench.crash;

import java.time.Duration;

/** One process of a cluster. */
record Instance(Part part, String name, ServerProcess process) {

    /** Processor time that it has used since {@code before}, which was read from it earlier. */
    Duration cpuSince(Duration before) {
        return process.cpu().minus(before);
    }
}
