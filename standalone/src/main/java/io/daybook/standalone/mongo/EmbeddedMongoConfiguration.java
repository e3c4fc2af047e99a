package io.daybook.standalone.mongo;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Starts the embedded servers before any other bean, because their addresses are the settings of those; and, as the first
 * bean made is the last one destroyed, closes them after their clients.
 */
@Configuration(proxyBeanMethods = false)
public class EmbeddedMongoConfiguration {

    @Bean(destroyMethod = "close")
    static EmbeddedMongoServers embeddedMongoServers(ConfigurableEnvironment environment) {
        return EmbeddedMongoServers.start(environment);
    }

    @Bean
    EmbeddedMongoHealth storesHealthIndicator(EmbeddedMongoServers servers) {
        return new EmbeddedMongoHealth(servers);
    }

    @Bean
    static BeanFactoryPostProcessor embeddedMongoServersFirst() {
        return beans -> beans.getBean(EmbeddedMongoServers.class);
    }
}
