package io.daybook.cluster;

import io.daybook.api.EventUpcasters;
import io.daybook.api.MessageJson;
import io.daybook.api.operations.InstanceName;
import io.daybook.observability.ObservabilityConfiguration;
import io.daybook.operations.FaultPoints;
import io.daybook.operations.MessageFaults;
import io.daybook.operations.OperationsConfiguration;
import io.daybook.operations.ProcessorTroubles;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Messages and the log through Axon Server: for every application that is one of several. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/daybook/cluster/cluster.properties")
@Import({ObservabilityConfiguration.class, OperationsConfiguration.class})
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
    ClusterInstance clusterInstance(
            AxonServerConfiguration server,
            Environment settings,
            ObjectProvider<org.axonframework.config.Configuration> axon) {
        return new ClusterInstance(
                new InstanceName(settings.getRequiredProperty("daybook.instance")),
                server.getComponentName(),
                server.getCommandLoadFactor(),
                axon::getObject);
    }

    @Bean
    FaultPoints faultPoints(MessageFaults faults, AxonServerConfiguration server) {
        return new FaultPoints(faults, server.getComponentName());
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ConfigurerModule processorTroublesWatch(ProcessorTroubles troubles, Environment settings) {
        return troubles.watch(settings.getRequiredProperty("daybook.instance"));
    }

    @Bean
    static BeanPostProcessor steeredCommandBus() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof AxonServerCommandBus bus ? new SteeredCommandBus(bus) : bean;
            }
        };
    }

    @Bean
    EventUpcaster eventUpcasters() {
        return EventUpcasters.chain();
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
