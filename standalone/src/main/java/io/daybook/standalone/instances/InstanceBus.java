package io.daybook.standalone.instances;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** An instance's command bus, which notes what the instance handles. */
final class InstanceBus implements CommandBus {

    private final CommandBus bus;
    private final Set<String> handled = ConcurrentHashMap.newKeySet();

    InstanceBus(CommandBus bus) {
        this.bus = bus;
    }

    /** The names of the commands that there are handlers for. */
    Set<String> handled() {
        return Set.copyOf(handled);
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        Registration registration = bus.subscribe(commandName, handler);
        handled.add(commandName);
        return () -> {
            handled.remove(commandName);
            return registration.cancel();
        };
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        bus.dispatch(command);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        bus.dispatch(command, callback);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
        return bus.registerDispatchInterceptor(dispatchInterceptor);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
        return bus.registerHandlerInterceptor(handlerInterceptor);
    }
}
