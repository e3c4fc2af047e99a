package io.daybook.standalone.instances;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.CommandBusConnector;
import org.axonframework.commandhandling.distributed.CommandBusConnectorCommunicationException;
import org.axonframework.commandhandling.distributed.Member;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** Takes commands to the instances in this JVM: no wire, no serialization. */
final class InstanceConnector implements CommandBusConnector {

    @Override
    public <C> void send(Member destination, CommandMessage<? extends C> command) {
        bus(destination).dispatch(command);
    }

    @Override
    public <C, R> void send(Member destination, CommandMessage<C> command, CommandCallback<? super C, R> callback) {
        bus(destination).dispatch(command, callback);
    }

    private static CommandBus bus(Member destination) {
        return destination
                .getConnectionEndpoint(CommandBus.class)
                .orElseThrow(() -> new CommandBusConnectorCommunicationException(
                        "%s has been stopped".formatted(destination.name())));
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        throw new UnsupportedOperationException(
                "%s: commands are handled by instances, and nowhere else in this JVM".formatted(commandName));
    }

    /** Does nothing: each instance has interceptors of its own, and nobody else handles commands. */
    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
        return () -> true;
    }
}
