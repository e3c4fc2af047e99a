package io.daybook.standalone.mongo;

import io.daybook.api.operations.Steered;
import io.daybook.query.QuerySideConfiguration;
import io.daybook.query.ViewPositions;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProgresses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryUpdateEmitter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Projects a story into the views of a directory; as a program, until it is done or killed. */
final class Projecting implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Configuration axon;
    private final long last;

    Projecting(Path directory, int orders, int batch) {
        this(directory, orders, batch, new Decided());
    }

    /** @param decided hears what is put on record about rebuilds */
    Projecting(Path directory, int orders, int batch, Decided decided) {
        List<DomainEventMessage<?>> story = Story.of(orders);
        last = story.size() - 1;
        InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
        engine.appendEvents(story);
        EventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "daybook.data",
                                directory.toString(),
                                "daybook.mongo.views-commit",
                                "20ms",
                                "daybook.views.batch",
                                batch,
                                "daybook.views.pace",
                                "0ms",
                                "daybook.views.lazy",
                                true,
                                "daybook.rebuild.batch",
                                batch,
                                "daybook.rebuild.look",
                                "20ms",
                                "daybook.auditor.enabled",
                                false)));
        Serializer serializer = Jackson3Serializer.builder().build();
        context.registerBean(EventStore.class, () -> store);
        context.registerBean("eventSerializer", Serializer.class, () -> serializer);
        context.registerBean(
                QueryUpdateEmitter.class,
                () -> SimpleQueryUpdateEmitter.builder().build());
        context.registerBean(CommandGateway.class, decided::gateway);
        context.register(EmbeddedMongoConfiguration.class, QuerySideConfiguration.class);
        context.refresh();
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(configuration -> store)
                .configureSerializer(configuration -> serializer);
        context.getBeansOfType(ConfigurerModule.class).values().forEach(module -> module.configureModule(configurer));
        axon = configurer.start();
        decided.follow(context.getBeansOfType(Steered.class).values());
    }

    /** Until the views have read everything, and their documents are written. */
    void await() {
        context.getBean(ViewPositions.class).await(last, Duration.ofMinutes(2)).join();
        if (context.getBean(ViewPositions.class).reached().values().stream().anyMatch(reached -> reached < last)) {
            throw new IllegalStateException(
                    "not done in time: " + context.getBean(ViewPositions.class).reached());
        }
        ViewProgresses views = context.getBean(ViewProgresses.class);
        views.all().forEach(view -> views.live(view.view()).documents(context.getBean(ViewDatabase.class)));
    }

    String uri() {
        return context.getEnvironment().getRequiredProperty("daybook.views.uri");
    }

    @Override
    public void close() {
        axon.shutdown();
        context.close();
    }

    public static void main(String[] arguments) {
        try (Projecting projecting =
                new Projecting(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))) {
            System.out.println("started");
            projecting.await();
        }
        System.out.println("done");
    }
}
