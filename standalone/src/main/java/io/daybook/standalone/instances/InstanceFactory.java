package io.daybook.standalone.instances;

import io.daybook.command.CommandSideConfiguration;
import io.daybook.command.ConflictSettings;
import io.daybook.command.RetryingCommandBus;
import io.daybook.observability.ObservabilityConfiguration;
import io.daybook.standalone.book.TokenOwners;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.SnapshotterSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.RepositorySpanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes instances as each would be on a machine of its own: the command side with one of its features, in a Spring context
 * and an Axon configuration of its own. What it shares with all others is the log, and the gateway by which its event
 * processors send commands to other instances.
 */
final class InstanceFactory {

    private final ApplicationContext platform;
    private final int threads;

    /**
     * @param platform has the shared parts
     * @param threads  of each instance
     */
    InstanceFactory(ApplicationContext platform, int threads) {
        this.platform = platform;
        this.threads = threads;
    }

    ServiceInstance create(String service, String name) {
        ConfigurableApplicationContext beans = beans(service, name);
        ExecutorService executor =
                Executors.newFixedThreadPool(threads, new AxonThreadFactory("commands-%s".formatted(name)));
        CommandBus local = AsynchronousCommandBus.builder()
                .executor(executor)
                .transactionManager(beans.getBean(TransactionManager.class))
                .spanFactory(beans.getBean(CommandBusSpanFactory.class))
                .build();
        RetryingCommandBus retrying = new RetryingCommandBus(local, beans.getBean(ConflictSettings.class));
        InstanceBus bus = new InstanceBus(retrying);
        Configurer configurer = configurer(name)
                .configureCommandBus(axon -> bus)
                .configureCorrelationDataProviders(axon -> List.copyOf(
                        beans.getBeansOfType(CorrelationDataProvider.class).values()));
        beans.getBeansOfType(ConfigurerModule.class).values().forEach(module -> module.configureModule(configurer));
        return new ServiceInstance(
                name, new ServiceInstance.Parts(configurer.buildConfiguration(), bus, retrying, executor, beans));
    }

    private ConfigurableApplicationContext beans(String service, String name) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setId(name);
        context.setParent(platform);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "instance", Map.of("daybook.command.features", service, "daybook.instance", name)));
        ConfigurationPropertySources.attach(context.getEnvironment());
        context.register(CommandSideConfiguration.class, ObservabilityConfiguration.class);
        context.refresh();
        return context;
    }

    private Configurer configurer(String name) {
        org.axonframework.config.Configuration shared = platform.getBean(org.axonframework.config.Configuration.class);
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(axon -> shared.serializer())
                .configureEventSerializer(axon -> shared.eventSerializer())
                .configureMessageSerializer(axon -> shared.messageSerializer())
                .configureEventStore(axon -> platform.getBean(EventStore.class))
                .configureTransactionManager(axon -> platform.getBean(TransactionManager.class))
                .registerComponent(
                        EventProcessorSpanFactory.class, axon -> shared.getComponent(EventProcessorSpanFactory.class))
                .registerComponent(
                        RepositorySpanFactory.class, axon -> shared.getComponent(RepositorySpanFactory.class))
                .registerComponent(
                        SnapshotterSpanFactory.class, axon -> shared.getComponent(SnapshotterSpanFactory.class))
                .registerComponent(CommandGateway.class, axon -> platform.getBean(CommandGateway.class))
                .registerComponent(
                        TokenStore.class,
                        axon -> platform.getBean(TokenOwners.class).storeOf(name));
    }
}
