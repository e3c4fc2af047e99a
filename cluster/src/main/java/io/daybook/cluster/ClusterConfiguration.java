package io.daybook.cluster;

import io.daybook.api.MessageJson;
import io.daybook.observability.ObservabilityConfiguration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** Messages and the log through Axon Server: for every application that is one of several. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/daybook/cluster/cluster.properties")
@Import(ObservabilityConfiguration.class)
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
    DurableStores durableStores(SpringAxonConfiguration axon) {
        return new DurableStores(axon);
    }
}
