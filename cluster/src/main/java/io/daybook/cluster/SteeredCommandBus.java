package io.daybook.cluster;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.messaging.Distributed;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/**
 * Axon Server's command bus, whose handlers can be taken back from Axon Server and offered again while it runs. It learns
 * the load factor of a handler when that is offered, so a new one is made known by doing both.
 */
final class SteeredCommandBus implements CommandBus, Distributed<CommandBus>, Lifecycle {

    /** Handlers of these stay: without them nobody could be let in again. */
    private static final String OPERATIONS = "io.daybook.api.operations.";

    private final AxonServerCommandBus bus;
    private final List<Offer> offers = new ArrayList<>();
    private boolean offering = true;

    private final class Offer {

        private final String commandName;
        private final MessageHandler<? super CommandMessage<?>> handler;
        private Registration registration;

        Offer(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
            this.commandName = commandName;
            this.handler = handler;
            this.registration = offering ? bus.subscribe(commandName, handler) : () -> true;
        }

        void takeBack() {
            registration.cancel();
            registration = () -> true;
        }

        void offer() {
            registration = bus.subscribe(commandName, handler);
        }
    }

    SteeredCommandBus(AxonServerCommandBus bus) {
        this.bus = bus;
    }

    @Override
    public synchronized Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        if (commandName.startsWith(OPERATIONS)) {
            return bus.subscribe(commandName, handler);
        }
        Offer offer = new Offer(commandName, handler);
        offers.add(offer);
        return () -> withdraw(offer);
    }

    private synchronized boolean withdraw(Offer offer) {
        offer.takeBack();
        return offers.remove(offer);
    }

    /** No command is sent here any more, except those of operators. Done twice, or done again after it failed, it is done once. */
    synchronized void takeBack() {
        offering = false;
        offers.forEach(Offer::takeBack);
    }

    /** Commands are sent here, by the load factor of now. When it fails, it is to be done again. */
    synchronized void offer() {
        takeBack();
        offers.forEach(Offer::offer);
        offering = true;
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

    @Override
    public CommandBus localSegment() {
        return bus.localSegment();
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        bus.registerLifecycleHandlers(lifecycle);
    }
}
