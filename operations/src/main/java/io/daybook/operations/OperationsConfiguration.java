package io.daybook.operations;

import io.daybook.api.operations.Steered;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything of this module. Takes all {@link ReportingInstances} and all that is {@link Steered} in the process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OperationsSettings.class, Niceness.class})
@Import(LogsConfiguration.class)
public class OperationsConfiguration {

    private static final String REPORTS = "instances";

    @Bean
    OperationsDatabase operationsDatabase(OperationsSettings settings) {
        return OperationsDatabase.open(settings.uri());
    }

    @Bean
    InstanceReporter instanceReporter(
            OperationsDatabase database,
            ObjectProvider<ReportingInstances> instances,
            MeterRegistry registry,
            ProcessorTroubles troubles,
            OperationsSettings settings) {
        List<ReportingInstances> all = instances.orderedStream().toList();
        return new InstanceReporter(
                database.collection(REPORTS),
                () -> all.stream().flatMap(some -> some.reporting().stream()).toList(),
                registry,
                troubles,
                settings,
                Clock.systemUTC());
    }

    @Bean
    InstanceDirectory instanceDirectory(OperationsDatabase database, OperationsSettings settings) {
        return new InstanceDirectory(database.collection(REPORTS), settings, Clock.systemUTC());
    }

    @Bean
    ProcessorTroubles processorTroubles() {
        return new ProcessorTroubles(Clock.systemUTC());
    }

    @Bean
    ProcessorDirectory processorDirectory(OperationsDatabase database, OperationsSettings settings) {
        return new ProcessorDirectory(database.collection(REPORTS), settings, Clock.systemUTC());
    }

    @Bean
    MessageFaults messageFaults() {
        return new MessageFaults();
    }

    @Bean
    ControlsFeed controlsFeed(EventStore events, ObjectProvider<Steered> steered, OperationsSettings settings) {
        return new ControlsFeed(
                new Decisions(events, Clock.systemUTC()),
                steered.orderedStream().toList(),
                settings.follow());
    }
}
