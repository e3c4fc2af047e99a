package io.daybook.operations;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;

/** Where the messages of one instance meet the faults that operators have injected: in front of every handler. */
public final class FaultPoints implements ConfigurerModule {

    private final MessageFaults faults;
    private final String service;

    /** @param service that this is an instance of */
    public FaultPoints(MessageFaults faults, String service) {
        this.faults = faults;
        this.service = service;
    }

    @Override
    public void configureModule(Configurer configurer) {
        // After those who take the time, so that a fault is seen in it.
        configurer.onInitialize(axon -> axon.onStart(Phase.EXTERNAL_CONNECTIONS + 1, () -> attachTo(axon)));
        configurer.eventProcessing(processing ->
                processing.registerDefaultHandlerInterceptor((axon, processor) -> new FaultPoint<EventMessage<?>>()));
    }

    private void attachTo(Configuration axon) {
        axon.commandBus().registerHandlerInterceptor(new FaultPoint<CommandMessage<?>>());
        axon.queryBus().registerHandlerInterceptor(new FaultPoint<QueryMessage<?, ?>>());
    }

    private final class FaultPoint<M extends Message<?>> implements MessageHandlerInterceptor<M> {

        @Override
        public @Nullable Object handle(UnitOfWork<? extends M> unitOfWork, InterceptorChain chain) throws Exception {
            faults.meet(service, unitOfWork.getMessage());
            return chain.proceed();
        }
    }
}
