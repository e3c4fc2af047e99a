package io.daybook.standalone.instances;

import io.daybook.command.ConflictSettings;
import io.daybook.query.projection.ViewProgresses;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
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
            InstancesSettings settings, InstanceRouter commands, RoutedQueryBus queries, ApplicationContext platform) {
        return new Instances(settings, new InstanceFactory(platform, settings.threads()), commands, queries);
    }
}
