package io.daybook.standalone.demo;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The demonstration; {@code daybook.demo=false} leaves it out. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(value = "daybook.demo", havingValue = "true")
public class DemoConfiguration {

    @Bean
    DemoCatalogue demoCatalogue(CommandGateway commands, EventStore log) {
        return new DemoCatalogue(commands, log);
    }
}
