package io.daybook.ui.experiments;

import org.axonframework.eventsourcing.eventstore.EventStore;

/** What every run is made with. */
record RunParts(Stage.Platform platform, EventStore events, RunStore store, ExperimentSettings settings) {}
