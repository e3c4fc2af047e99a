package io.daybook.command.aggregate;

import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** Tells the sender of a command for an aggregate that does not exist so, in a form that survives the way back to him. */
public final class UnknownTargets implements MessageHandlerInterceptor<CommandMessage<?>>, ConfigurerModule {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (AggregateNotFoundException unknown) {
            throw new CommandRefused(
                    Refusal.Code.NOT_FOUND, "There is no %s".formatted(unknown.getAggregateIdentifier()));
        }
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.onInitialize(configuration -> configuration.onStart(
                Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
                () -> configuration.commandBus().registerHandlerInterceptor(this)));
    }
}
