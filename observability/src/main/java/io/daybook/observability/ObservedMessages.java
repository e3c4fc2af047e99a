package io.daybook.observability;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.queryhandling.QueryMessage;

/** Attaches the observers to whatever buses and processors the application has. */
final class ObservedMessages implements ConfigurerModule {

    private final Meters meters;
    private final CorrelationDataProvider handedOn;
    private final LogFields logFields;

    ObservedMessages(Meters meters, CorrelationDataProvider handedOn, LogFields logFields) {
        this.meters = meters;
        this.handedOn = handedOn;
        this.logFields = logFields;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.onInitialize(
                // Before anything handles a message; being first, it is also told of what later interceptors refuse.
                axon -> axon.onStart(Phase.EXTERNAL_CONNECTIONS, () -> observe(axon)));
        configurer.eventProcessing(processing -> processing.registerDefaultHandlerInterceptor((axon, processor) -> {
            ProcessorLag.register(meters, processor, axon);
            return new ObservedEvents(processor, logFields, meters);
        }));
    }

    private void observe(Configuration axon) {
        axon.commandBus().registerDispatchInterceptor(new FirstMessages<CommandMessage<?>>());
        axon.commandBus()
                .registerHandlerInterceptor(
                        new ObservedCommands(handedOn, logFields, meters.timers("daybook.commands", "command")));
        axon.queryBus().registerDispatchInterceptor(new FirstMessages<QueryMessage<?, ?>>());
        axon.queryBus()
                .registerHandlerInterceptor(
                        new ObservedQueries(handedOn, logFields, meters.timers("daybook.queries", "query")));
    }
}
