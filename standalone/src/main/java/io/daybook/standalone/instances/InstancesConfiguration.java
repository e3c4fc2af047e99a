package io.daybook.standalone.instances;

import io.daybook.command.ConflictSettings;
import io.daybook.operations.Decisions;
import io.daybook.query.projection.ViewProgresses;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.distributed.CommandBusConnectorCommunicationException;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.commandhandling.gateway.IntervalRetryScheduler;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The instances of all services but the UI, and the buses that take messages to them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({InstancesSettings.class, ConflictSettings.class})
public class InstancesConfiguration {

    @Bean
    InstanceRouter instanceRouter() {
        return new InstanceRouter();
    }

    /** Not declared as what it is: Axon would take it for one of two command buses and make the other. */
    @Bean
    CommandBus commandBus(InstanceRouter router, CommandBusSpanFactory spans) {
        return DistributedCommandBus.builder()
                .commandRouter(router)
                .connector(new InstanceConnector())
                .spanFactory(spans)
                .build();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService sendAgain() {
        return Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("send-again"));
    }

    /** Sends a command again whose handler has died over it. That is safe: a command that is sent twice happens once. */
    @Bean
    CommandGateway commandGateway(CommandBus commands, ScheduledExecutorService sendAgain, InstancesSettings settings) {
        return DefaultCommandGateway.builder()
                .commandBus(commands)
                .retryScheduler(IntervalRetryScheduler.builder()
                        .retryExecutor(sendAgain)
                        .retryInterval((int) settings.pause().toMillis())
                        .maxRetryCount(settings.again())
                        .nonTransientFailurePredicate(failure -> !lost(failure))
                        .build())
                .build();
    }

    /** Whether nobody knows if it was handled; an answer, above all a refusal, is the sender's at once. */
    private static boolean lost(Throwable failure) {
        return failure instanceof CommandBusConnectorCommunicationException
                || failure instanceof CommandDispatchException
                || failure instanceof NoHandlerForCommandException;
    }

    @Bean
    RoutedQueryBus queryBus(QueryUpdateEmitter updates) {
        return new RoutedQueryBus(updates);
    }

    @Bean
    ViewProgresses viewProgresses() {
        return new ViewProgresses();
    }

    @Bean
    Instances instances(
            InstancesSettings settings,
            InstanceRouter commands,
            RoutedQueryBus queries,
            EventStore events,
            ApplicationContext platform) {
        return new Instances(
                settings,
                new InstanceFactory(platform, settings.threads()),
                commands,
                queries,
                new Decisions(events, Clock.systemUTC()));
    }
}
