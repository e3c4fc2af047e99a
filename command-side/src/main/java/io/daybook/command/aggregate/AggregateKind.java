package io.daybook.command.aggregate;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * How one type of aggregate is registered with Axon: event sourced, cached, its commands' targets resolved once per type.
 *
 * @param <T> type of the aggregates
 */
public final class AggregateKind<T> {

    private final Class<T> type;
    private final AggregateCache cache;

    private AggregateKind(Class<T> type, AggregateCache cache) {
        this.type = type;
        this.cache = cache;
    }

    public static <T> AggregateKind<T> of(Class<T> type, AggregateSettings settings) {
        return new AggregateKind<>(type, new AggregateCache(settings.cached()));
    }

    /** To be registered with Axon's configurer. */
    public AggregateConfigurer<T> configurer() {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCache(configuration -> cache)
                .configureCommandTargetResolver(configuration -> new CommandTargets());
    }

    /** Has a snapshot made after so many events of one aggregate. */
    public SnapshotTriggerDefinition snapshotEvery(int events, Configuration configuration) {
        Snapshotter snapshotter = new StateSnapshotter(cache, configuration.eventStore(), configuration.snapshotter());
        SnapshotTriggerDefinition counting = new EventCountSnapshotTriggerDefinition(snapshotter, events);
        return aggregateType -> new StateSnapshotTrigger(counting.prepareTrigger(aggregateType));
    }

    /** The aggregates themselves, for command handlers outside of them. */
    public Aggregates<T> in(Configuration configuration) {
        return new Aggregates<>(configuration.repository(type), configuration.eventStore(), cache);
    }
}
