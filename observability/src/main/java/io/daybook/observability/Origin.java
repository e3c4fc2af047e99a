package io.daybook.observability;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What a message hands on to those that it causes: its own identifier as theirs to be found by, the identifier of the first
 * message of all, and the trace that it belongs to, if there is one. The names are Axon's and the W3C's.
 */
final class Origin implements CorrelationDataProvider {

    /** The identifier of the message that caused this one. */
    static final String CAUSE = "correlationId";

    /** The identifier of the message that everything began with. */
    static final String FIRST = "traceId";

    /** The span that this message was sent in, as the W3C's Trace Context writes it. */
    static final String TRACE_PARENT = "traceparent";

    @Override
    public Map<String, ?> correlationDataFor(Message<?> cause) {
        MetaData known = cause.getMetaData();
        Map<String, Object> handedOn = new HashMap<>(4);
        handedOn.put(CAUSE, cause.getIdentifier());
        handedOn.put(FIRST, known.getOrDefault(FIRST, cause.getIdentifier()));
        Object parent = known.get(TRACE_PARENT);
        if (parent != null) {
            handedOn.put(TRACE_PARENT, parent);
        }
        return handedOn;
    }
}
