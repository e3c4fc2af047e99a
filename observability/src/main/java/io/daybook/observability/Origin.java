package io.daybook.observability;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What a message hands on to those that it causes: its own identifier as theirs to be found by, the identifier of the first
 * message of all, and the trace that it belongs to, if there is one. Events also learn what their command is called, and which
 * event made somebody send it, so that the log can be followed from event to event: commands are in no log. The names are
 * Axon's and the W3C's, and two short ones of our own.
 */
final class Origin implements CorrelationDataProvider {

    /** The identifier of the message that caused this one. */
    static final String CAUSE = "correlationId";

    /** The identifier of the message that everything began with. */
    static final String FIRST = "traceId";

    /** The simple name of the command that this event comes from. */
    static final String COMMAND = "command";

    /** The identifier of the event that somebody acted on; of an event, that its command was sent because of. */
    static final String EVENT = "event";

    /** The span that this message was sent in, as the W3C's Trace Context writes it. */
    static final String TRACE_PARENT = "traceparent";

    @Override
    public Map<String, ?> correlationDataFor(Message<?> cause) {
        MetaData known = cause.getMetaData();
        Map<String, Object> handedOn = new HashMap<>(8);
        handedOn.put(CAUSE, cause.getIdentifier());
        handedOn.put(FIRST, known.getOrDefault(FIRST, cause.getIdentifier()));
        if (cause instanceof CommandMessage<?> command) {
            handedOn.put(COMMAND, nameOf(command));
            Object event = known.get(EVENT);
            if (event != null) {
                handedOn.put(EVENT, event);
            }
        } else if (cause instanceof EventMessage<?>) {
            handedOn.put(EVENT, cause.getIdentifier());
        }
        Object parent = known.get(TRACE_PARENT);
        if (parent != null) {
            handedOn.put(TRACE_PARENT, parent);
        }
        return handedOn;
    }

    /** Without package and outer class: {@code ReserveStock}. */
    private static String nameOf(CommandMessage<?> command) {
        String name = command.getCommandName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
