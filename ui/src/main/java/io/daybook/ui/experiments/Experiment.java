package io.daybook.ui.experiments;

import io.daybook.operations.InstanceReport;
import java.util.List;
import java.util.Optional;

/** Something that is tried out on the running platform. What it expects is said before; its verdict can go against it. */
sealed interface Experiment permits Consistency, Crash, Failover, LoadDistribution, Oversell, PaymentOutage, Priority {

    /** As it stands in addresses. */
    String name();

    String title();

    /** What it does, in a sentence or two. */
    String description();

    List<String> expectations();

    /** What a seeded failure breaks, so that the verdict has to be: failed. */
    String sabotage();

    /** What the second chart of a run shows; empty when it has none. */
    default Optional<String> chart() {
        return Optional.empty();
    }

    /** Orders that it places at most. */
    int orders();

    /** Why it cannot be run now; empty when it can. */
    default Optional<String> obstacle(List<InstanceReport> instances) {
        return Optional.empty();
    }

    /** Does it, and returns what came of it. Puts nothing back: whoever runs it does. */
    List<Check> run(Stage stage) throws InterruptedException;
}
