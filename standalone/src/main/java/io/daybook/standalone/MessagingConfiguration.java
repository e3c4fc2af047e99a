package io.daybook.standalone;

import io.daybook.api.MessageJson;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.commandhandling.gateway.ExponentialBackOffIntervalRetryScheduler;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Commands inside one JVM: handled on threads of their own, so that no saga ever runs one inside its own unit of work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingSettings.class)
class MessagingConfiguration {

    @Bean
    Jackson3SerializerCustomizer messageJson() {
        return new MessageJson();
    }

    @Bean(destroyMethod = "shutdown")
    AsynchronousCommandBus commandBus(TransactionManager transactions, MessagingSettings settings) {
        return AsynchronousCommandBus.builder()
                .executor(Executors.newFixedThreadPool(settings.commandThreads(), new AxonThreadFactory("commands")))
                .transactionManager(transactions)
                .build();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService commandRetries() {
        return Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("command-retries"));
    }

    /**
     * A command that lost a race for an aggregate is sent again, a bounded number of times with growing pauses; any other
     * failure goes to the sender at once.
     */
    @Bean
    CommandGateway commandGateway(CommandBus bus, ScheduledExecutorService commandRetries, MessagingSettings settings) {
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(ExponentialBackOffIntervalRetryScheduler.builder()
                        .retryExecutor(commandRetries)
                        .nonTransientFailurePredicate(failure -> !belongsToLostRace(failure))
                        .maxRetryCount(settings.conflictRetries())
                        .backoffFactor((int) settings.conflictBackoff().toMillis())
                        .build())
                .build();
    }

    /**
     * Somebody else wrote the event that this command's aggregate would have had next, or its very first one. Axon asks
     * this of the failure and then of each of its causes, the last of which is what the database said.
     */
    private static boolean belongsToLostRace(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof SQLException;
    }
}
