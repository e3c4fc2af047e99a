package io.daybook.command;

import io.daybook.cluster.ActuatorConfiguration;
import io.daybook.cluster.ClusterConfiguration;
import io.daybook.cluster.ClusterStoresConfiguration;
import io.daybook.command.tiers.Capacity;
import io.daybook.command.tiers.TieredCommandBus;
import io.daybook.command.tiers.TieredThreads;
import io.daybook.operations.Niceness;
import java.util.Map;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The command side, or some features of it, as a service of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    CommandSideConfiguration.class,
    ClusterConfiguration.class,
    ClusterStoresConfiguration.class,
    ActuatorConfiguration.class
})
public class CommandSideApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(CommandSideApplication.class)
                .properties(Map.of("spring.config.name", "command-side"))
                .run(arguments);
    }

    /** As many as the connection to Axon Server has for commands, which it hands on to these. */
    @Bean
    TieredThreads commandThreads(Capacity capacity, AxonServerConfiguration connection, Niceness niceness) {
        int threads = connection.getCommandThreads();
        return new TieredThreads(
                threads, capacity.queue("commands", threads), new AxonThreadFactory("commands"), niceness);
    }

    /** Where commands that Axon Server sends to this instance are handled. */
    @Bean
    @Qualifier("localSegment") RetryingCommandBus localSegment(
            TransactionManager transactions,
            ConflictSettings conflicts,
            CommandBusSpanFactory spans,
            TieredThreads threads) {
        CommandBus local = new TieredCommandBus(
                SimpleCommandBus.builder().transactionManager(transactions).spanFactory(spans), threads);
        return new RetryingCommandBus(local, conflicts);
    }
}
