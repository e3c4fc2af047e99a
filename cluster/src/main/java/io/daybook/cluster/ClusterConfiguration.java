package io.daybook.cluster;

import io.daybook.api.MessageJson;
import io.daybook.observability.ObservabilityConfiguration;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** Messages and the log through Axon Server: for every application that is one of several. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/daybook/cluster/cluster.properties")
@Import(ObservabilityConfiguration.class)
@EnableConfigurationProperties(DispatchSettings.class)
public class ClusterConfiguration {

    @Bean
    Jackson3SerializerCustomizer messageJson() {
        return new MessageJson();
    }

    @Bean
    DeadlineManager deadlineManager() {
        return new NoDeadlines();
    }

    @Bean
    SendAgain sendAgain(DispatchSettings settings) {
        return new SendAgain(settings);
    }

    @Bean
    CommandGateway commandGateway(CommandBus commandBus, SendAgain again) {
        return DefaultCommandGateway.builder()
                .commandBus(commandBus)
                .retryScheduler(again)
                .build();
    }

    @Bean
    TierPriority tierPriority() {
        return new TierPriority();
    }

    @Bean
    DurableStores durableStores(SpringAxonConfiguration axon) {
        return new DurableStores(axon);
    }
}
