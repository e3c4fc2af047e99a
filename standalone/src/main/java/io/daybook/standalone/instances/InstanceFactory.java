package io.daybook.standalone.instances;

import io.daybook.command.ConflictSettings;
import io.daybook.command.RetryingCommandBus;
import io.daybook.command.tiers.Capacity;
import io.daybook.command.tiers.CapacityConfiguration;
import io.daybook.command.tiers.TieredCommandBus;
import io.daybook.command.tiers.TieredThreads;
import io.daybook.observability.ObservabilityConfiguration;
import io.daybook.operations.EventWork;
import io.daybook.operations.FaultPoints;
import io.daybook.operations.MessageFaults;
import io.daybook.operations.Niceness;
import io.daybook.operations.ProcessorTroubles;
import io.daybook.operations.letters.LetterBoxes;
import io.daybook.standalone.book.TokenOwners;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.SnapshotterSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.RepositorySpanFactory;
import org.axonframework.modelling.saga.SagaManagerSpanFactory;
import org.axonframework.modelling.saga.repository.NoResourceInjector;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.queryhandling.QueryBusSpanFactory;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.spring.config.MessageHandlerLookup;
import org.axonframework.spring.config.annotation.SpringBeanParameterResolverFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes instances as each would be on a machine of its own: a module, in a Spring context and an Axon configuration of its
 * own. What it shares with all others are the stores, and the gateways by which it sends messages to them.
 */
final class InstanceFactory {

    /** By which meters say whose they are. */
    private static final String INSTANCE_TAG = "instance.name";

    private final ApplicationContext platform;
    private final int threads;

    /**
     * @param platform has the shared parts
     * @param threads  in which an instance handles commands
     */
    InstanceFactory(ApplicationContext platform, int threads) {
        this.platform = platform;
        this.threads = threads;
    }

    ServiceInstance create(Service service, String name) {
        ConfigurableApplicationContext beans = beans(service, name);
        Niceness niceness = platform.getBean(Niceness.class);
        TieredThreads executor = new TieredThreads(
                threads,
                beans.getBean(Capacity.class).queue("commands", threads),
                new AxonThreadFactory("commands-%s".formatted(name)),
                service.canGiveWay() ? niceness : Niceness.USUAL);
        RetryingCommandBus retrying =
                new RetryingCommandBus(commandBus(executor), platform.getBean(ConflictSettings.class));
        Heart heart = new Heart(name);
        InstanceBus commands = new InstanceBus(retrying, heart);
        InstanceQueries queries = queryBus();
        commands.registerHandlerInterceptor(heart.around());
        Configurer configurer = configurer(name, beans)
                .configureCommandBus(axon -> commands)
                .configureQueryBus(axon -> queries)
                .eventProcessing(processing ->
                        processing.registerDefaultHandlerInterceptor((axon, processor) -> heart.around()));
        platform.getBean(ProcessorTroubles.class).watch(name).configureModule(configurer);
        ProcessorThreads processorThreads = new ProcessorThreads(niceness);
        processorThreads.configureModule(configurer);
        EventWork eventWork = new EventWork();
        eventWork.configureModule(configurer);
        new FaultPoints(platform.getBean(MessageFaults.class), service.label()).configureModule(configurer);
        beans.getBeansOfType(ConfigurerModule.class).values().forEach(module -> module.configureModule(configurer));
        MessageHandlerLookup.messageHandlerBeans(queryMessages(), beans.getBeanFactory())
                .forEach(bean -> configurer.registerQueryHandler(axon -> beans.getBean(bean)));
        beans.getBeansOfType(MeterBinder.class)
                .values()
                .forEach(meters -> meters.bindTo(platform.getBean(MeterRegistry.class)));
        Configuration axon = configurer.buildConfiguration();
        return new ServiceInstance(
                service,
                name,
                new ServiceInstance.Parts(
                        axon, heart, eventWork, commands, queries, retrying, executor, processorThreads, beans));
    }

    /** Forgets what an instance that is no more has measured; the next one of its name begins anew. */
    void forget(ServiceInstance instance) {
        MeterRegistry meters = platform.getBean(MeterRegistry.class);
        meters.getMeters().stream()
                .filter(meter -> instance.name().equals(meter.getId().getTag(INSTANCE_TAG)))
                .forEach(meters::remove);
    }

    @SuppressWarnings("unchecked") // a class knows nothing of its type's parameters
    private static Class<QueryMessage<?, ?>> queryMessages() {
        return (Class<QueryMessage<?, ?>>) (Class<?>) QueryMessage.class;
    }

    private ConfigurableApplicationContext beans(Service service, String name) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setId(name);
        context.setParent(platform);
        Map<String, Object> settings = new HashMap<>(service.settings(name));
        settings.put("daybook.instance", name);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("instance", settings));
        ConfigurationPropertySources.attach(context.getEnvironment());
        context.register(service.module(), ObservabilityConfiguration.class, CapacityConfiguration.class);
        context.refresh();
        return context;
    }

    private CommandBus commandBus(TieredThreads executor) {
        return new TieredCommandBus(
                SimpleCommandBus.builder()
                        .transactionManager(platform.getBean(TransactionManager.class))
                        .spanFactory(shared().getComponent(CommandBusSpanFactory.class)),
                executor);
    }

    private InstanceQueries queryBus() {
        return new InstanceQueries(SimpleQueryBus.builder()
                .queryUpdateEmitter(platform.getBean(QueryUpdateEmitter.class))
                .spanFactory(shared().getComponent(QueryBusSpanFactory.class)));
    }

    private Configurer configurer(String name, ApplicationContext beans) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(axon -> shared().serializer())
                .configureEventSerializer(axon -> shared().eventSerializer())
                .configureMessageSerializer(axon -> shared().messageSerializer())
                .configureEventStore(axon -> platform.getBean(EventStore.class))
                .configureTransactionManager(axon -> platform.getBean(TransactionManager.class))
                .configureCorrelationDataProviders(axon -> List.copyOf(
                        beans.getBeansOfType(CorrelationDataProvider.class).values()))
                // Sagas take what they need as parameters; Axon would look for it at each saga that it loads.
                .configureResourceInjector(axon -> NoResourceInjector.INSTANCE)
                .registerComponent(CommandGateway.class, axon -> platform.getBean(CommandGateway.class))
                .registerComponent(QueryUpdateEmitter.class, axon -> platform.getBean(QueryUpdateEmitter.class))
                .registerComponent(SagaStore.class, axon -> platform.getBean(SagaStore.class))
                .registerComponent(LetterBoxes.class, axon -> platform.getBean(LetterBoxes.class))
                .registerComponent(
                        TokenStore.class,
                        axon -> platform.getBean(TokenOwners.class).storeOf(name))
                .registerComponent(ParameterResolverFactory.class, axon -> parameters(beans));
        share(configurer, EventProcessorSpanFactory.class);
        share(configurer, RepositorySpanFactory.class);
        share(configurer, SnapshotterSpanFactory.class);
        share(configurer, SagaManagerSpanFactory.class);
        return configurer;
    }

    private <C> void share(Configurer configurer, Class<C> component) {
        configurer.registerComponent(component, axon -> shared().getComponent(component));
    }

    private Configuration shared() {
        return platform.getBean(Configuration.class);
    }

    private static ParameterResolverFactory parameters(ApplicationContext beans) {
        SpringBeanParameterResolverFactory fromBeans = new SpringBeanParameterResolverFactory();
        fromBeans.setApplicationContext(beans);
        return MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(InstanceFactory.class), fromBeans);
    }
}
