package io.daybook.standalone;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;

/** The commands that were sent since it began to listen, and all events of the log. */
final class Overheard {

    private final List<CommandMessage<?>> commands = new CopyOnWriteArrayList<>();
    private final EventStore log;

    private Overheard(EventStore log) {
        this.log = log;
    }

    static Overheard at(Platform platform) {
        Overheard overheard = new Overheard(platform.bean(EventStore.class));
        var unused = platform.bean(CommandBus.class).registerDispatchInterceptor(sent -> (index, command) -> {
            overheard.commands.add(command);
            return command;
        });
        return overheard;
    }

    /** By identifier. */
    Map<String, CommandMessage<?>> commands() {
        return commands.stream().collect(Collectors.toMap(Message::getIdentifier, Function.identity()));
    }

    /** The events that follow, however many messages there are between, from this first message. */
    List<EventMessage<?>> eventsOf(Object firstMessage) {
        List<EventMessage<?>> found = new CopyOnWriteArrayList<>();
        try (var stream = log.openStream(null)) {
            while (stream.hasNextAvailable()) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                if (firstMessage.equals(event.getMetaData().get("traceId"))) {
                    found.add(event);
                }
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return found;
    }

    static List<String> names(List<? extends Message<?>> messages) {
        return messages.stream()
                .map(message -> message.getPayloadType().getSimpleName())
                .toList();
    }
}
