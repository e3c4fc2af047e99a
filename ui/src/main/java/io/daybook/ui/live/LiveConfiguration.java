package io.daybook.ui.live;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be waited for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
public class LiveConfiguration {

    @Bean
    LogPosition logPosition(EventStore log) {
        return new LogPosition(log);
    }

    @Bean
    OrderUpdates orderUpdates(QueryGateway queries, LiveSettings settings) {
        return new OrderUpdates(queries, settings);
    }

    /** Its name is that of the indicator: readiness includes "ordering". */
    @Bean
    OrderingHealth ordering(CommandBus commands, QueryGateway queries, LogPosition log, LiveSettings settings) {
        return new OrderingHealth(commands, queries, log, settings);
    }
}
