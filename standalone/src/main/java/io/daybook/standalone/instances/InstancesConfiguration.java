package io.daybook.standalone.instances;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The instances of the command side's services, and the bus that takes commands to them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InstancesSettings.class)
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
    Instances instances(InstancesSettings settings, InstanceRouter router, ApplicationContext platform) {
        return new Instances(settings, new InstanceFactory(platform, settings.threads()), router);
    }
}
