package io.daybook.standalone.instances;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** An instance's command bus: notes what the instance handles, and who waits for an answer that a dead one will not give. */
final class InstanceBus implements CommandBus {

    private final CommandBus bus;
    private final Heart heart;
    private final Set<String> handled = ConcurrentHashMap.newKeySet();
    private final Set<Waiting<?, ?>> waiting = ConcurrentHashMap.newKeySet();

    InstanceBus(CommandBus bus, Heart heart) {
        this.bus = bus;
        this.heart = heart;
    }

    /** Somebody who waits for an answer: the first that comes. */
    private final class Waiting<C, R> implements CommandCallback<C, R> {

        private final CommandMessage<C> command;
        private final CommandCallback<? super C, ? super R> sender;
        private final AtomicBoolean answered = new AtomicBoolean();

        Waiting(CommandMessage<C> command, CommandCallback<? super C, ? super R> sender) {
            this.command = command;
            this.sender = sender;
        }

        @Override
        public void onResult(CommandMessage<? extends C> message, CommandResultMessage<? extends R> result) {
            if (answered.compareAndSet(false, true)) {
                waiting.remove(this);
                sender.onResult(message, result);
            }
        }

        void giveUp() {
            onResult(command, GenericCommandResultMessage.asCommandResultMessage(heart.died()));
        }
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
        heart.check();
        bus.dispatch(command);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        Waiting<C, R> sender = new Waiting<>(command, callback);
        waiting.add(sender);
        if (heart.beats()) {
            bus.dispatch(command, sender);
        } else {
            sender.giveUp();
        }
    }

    /** To be called once the heart has stopped: nobody waits any longer. */
    void hangUp() {
        waiting.forEach(Waiting::giveUp);
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
