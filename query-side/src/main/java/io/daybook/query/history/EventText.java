package io.daybook.query.history;

import io.daybook.api.history.LoggedEvent;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events of the log as text. What cannot be read as the event that it claims to be is told as it is stored, with the reason:
 * of all events, those are the ones that somebody wants to look at.
 */
final class EventText {

    private static final Logger logger = LoggerFactory.getLogger(EventText.class);
    private static final String DECISIONS = "io.daybook.api.operations.";

    private final Serializer serializer;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** @param serializer that events are stored with */
    EventText(Serializer serializer) {
        this.serializer = serializer;
    }

    /** The simple name of an event. */
    String nameOf(EventMessage<?> message) {
        Class<?> type = message.getPayloadType();
        return type == UnknownSerializedType.class
                ? simple(stored(message).getType().getName())
                : simple(type.getName());
    }

    private SerializedObject<String> stored(EventMessage<?> message) {
        return message.serializePayload(serializer, String.class);
    }

    LoggedEvent of(EventMessage<?> message, boolean personal) {
        String type = message.getPayloadType().getName();
        String revision = null;
        String data = "";
        String problem = problemOf(message);
        try {
            SerializedObject<String> stored = stored(message);
            type = stored.getType().getName();
            revision = stored.getType().getRevision();
            data = stored.getData();
        } catch (RuntimeException unreadable) {
            problem = reason(unreadable);
        }
        String what = simple(type);
        Masking masking = masking(type, what, problem != null, personal);
        String payload;
        try {
            payload = json.writeValueAsString(masking.apply(json.readTree(data)));
        } catch (JacksonException noJson) {
            problem = problem == null ? reason(noJson) : problem;
            payload = masking.apply(data);
        }
        return new LoggedEvent(
                position(message),
                message.getTimestamp(),
                message.getIdentifier(),
                message instanceof DomainEventMessage<?> domain
                        ? domain.getAggregateIdentifier()
                        : message.getIdentifier(),
                message instanceof DomainEventMessage<?> domain ? text(domain.getType()) : "",
                message instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : 0,
                what,
                type,
                revision,
                payload,
                metaData(message),
                masking.hidAnything(),
                problem);
    }

    private static Masking masking(String type, String what, boolean unreadable, boolean personal) {
        if (personal) {
            return Masking.nothing();
        }
        if (unreadable) {
            return Masking.ofUnknown();
        }
        if (what.equals("CustomerRegistered")) {
            return Masking.ofPerson(false);
        }
        return type.startsWith(DECISIONS) ? Masking.ofDecision(false) : Masking.of(false);
    }

    private static @Nullable Long position(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked ? LogReader.positionOf(tracked) : null;
    }

    private static @Nullable String problemOf(EventMessage<?> message) {
        try {
            return message.getPayload() instanceof UnknownSerializedType
                    ? "Nothing in this version of the platform knows this type of event."
                    : null;
        } catch (RuntimeException unreadable) {
            return reason(unreadable);
        }
    }

    static Map<String, String> metaData(EventMessage<?> message) {
        Map<String, String> texts = new TreeMap<>();
        try {
            message.getMetaData().forEach((key, value) -> texts.put(key, String.valueOf(value)));
        } catch (RuntimeException unreadable) {
            logger.debug("The metadata of {} cannot be read", message.getIdentifier(), unreadable);
            texts.put("(cannot be read)", reason(unreadable));
        }
        return texts;
    }

    /** Why something cannot be read, without quoting from it: the quotation might be what must not be shown. */
    private static String reason(RuntimeException failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last instanceof JacksonException
                ? "It is stored in a form that does not fit its type (%s)."
                        .formatted(last.getClass().getSimpleName())
                : "It cannot be read (%s).".formatted(last.getClass().getSimpleName());
    }

    static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
