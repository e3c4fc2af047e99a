package io.daybook.standalone;

import io.daybook.api.MessageJson;
import io.daybook.command.ConflictSettings;
import io.daybook.command.RetryingCommandBus;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
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
    ExecutorService commandThreads(MessagingSettings settings) {
        return Executors.newFixedThreadPool(settings.commandThreads(), new AxonThreadFactory("commands"));
    }

    @Bean
    RetryingCommandBus commandBus(
            TransactionManager transactions,
            ExecutorService commandThreads,
            ConflictSettings conflicts,
            CommandBusSpanFactory spans) {
        CommandBus local = AsynchronousCommandBus.builder()
                .executor(commandThreads)
                .transactionManager(transactions)
                .spanFactory(spans)
                .build();
        return new RetryingCommandBus(local, conflicts);
    }
}
