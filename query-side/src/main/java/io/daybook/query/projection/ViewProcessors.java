package io.daybook.query.projection;

import io.daybook.operations.SelectiveLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.MaxSegmentProvider;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Makes the event processors of the views: one segment and one worker thread each, large batches, errors stop the batch and are
 * retried by Axon with growing delays. A view whose token is lost starts at the tail and is thereby rebuilt.
 */
public final class ViewProcessors implements AutoCloseable {

    private final ViewSettings settings;
    private final ViewDatabase database;
    private final ViewProgresses progresses;
    private final Coordinators coordinators;
    private final List<ExecutorService> threads = new CopyOnWriteArrayList<>();
    private final List<ViewSource<?, ?>> sources = new CopyOnWriteArrayList<>();

    public ViewProcessors(
            ViewSettings settings, ViewDatabase database, ViewProgresses progresses, Coordinators coordinators) {
        this.settings = settings;
        this.database = database;
        this.progresses = progresses;
        this.coordinators = coordinators;
    }

    /** Registers a view's event handler, and the processor for it under the view's name. */
    public <E, V> ConfigurerModule module(View<E, V> view, Function<Collector<E>, Object> handler) {
        ViewUpdates<E, V> updates = new ViewUpdates<>(view, database, progresses.live(view.name()), settings.lazy());
        Object events = handler.apply(updates);
        ViewSource<E, V> source =
                new ViewSource<>(view, handler, progresses.live(view.name()), progresses.of(view.name()));
        sources.add(source);
        return configurer -> configurer
                .eventProcessing()
                .registerEventHandler(configuration -> events)
                // Axon's own logs the failure and goes on without the event.
                .registerListenerInvocationErrorHandler(
                        view.name(), configuration -> PropagatingErrorHandler.instance())
                .registerEventProcessor(
                        view.name(),
                        (name, configuration, handlers) -> processor(name, configuration, handlers, updates, source));
    }

    private EventProcessor processor(
            String name,
            Configuration configuration,
            EventHandlerInvoker handlers,
            ViewUpdates<?, ?> updates,
            ViewSource<?, ?> source) {
        ViewProgress progress = progresses.of(name);
        ViewTokenStore tokens = new ViewTokenStore(tokens(configuration), updates, progress, settings.token());
        source.keptBy(tokens);
        updates.reads(configuration.eventSerializer());
        PacedExecutor worker = owned(new PacedExecutor("view-" + name, settings.paceOf(name), settings.breath()));
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(new ViewInvoker(
                        handlers,
                        progress,
                        new Backlog(settings.batch(), worker::hurry),
                        updates,
                        configuration.eventStore(),
                        configuration.eventSerializer(),
                        source.view()::isUrgent,
                        worker))
                .messageSource(SelectiveLog.of(configuration, source.view()::isAwaited))
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .spanFactory(configuration.getComponent(EventProcessorSpanFactory.class))
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .initialSegmentCount(1)
                .maxSegmentProvider(configuration.getComponent(MaxSegmentProvider.class, MaxSegmentProvider::maxShort))
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(settings.batch())
                .coordinatorExecutor(
                        processor -> owned(coordinators.of("view-" + name + "-reader", settings.paceOf(name))))
                .workerExecutor(processor -> worker)
                .build();
    }

    /** What copies of the views are made with, of all that have been registered. */
    public List<ViewSource<?, ?>> sources() {
        return List.copyOf(sources);
    }

    private <T extends ExecutorService> T owned(T executor) {
        threads.add(executor);
        return executor;
    }

    /** Ends the processors' threads, which Axon leaves to whoever made them; the processors have been stopped by then. */
    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
    }

    private TokenStore tokens(Configuration configuration) {
        MongoTokenStore.Builder builder = MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(database.database())
                        .trackingTokensCollectionName("tokens")
                        .build())
                .serializer(configuration.serializer())
                .claimTimeout(settings.claim());
        if (settings.instance() != null) {
            builder.nodeId(settings.instance());
        }
        return builder.build();
    }
}
