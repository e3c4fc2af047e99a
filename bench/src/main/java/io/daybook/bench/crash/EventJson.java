package io.daybook.bench.crash;

import io.daybook.api.MessageJson;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads events as the platform writes them, with nothing of it but the events' own classes. */
final class EventJson {

    private static final String EVENTS_OF_OURS = "io.daybook.api.";

    private final JsonMapper json;

    EventJson() {
        JsonMapper.Builder builder = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        new MessageJson().accept(builder);
        json = builder.build();
    }

    EventLog.Entry entry(long position, Instant at, String type, byte[] payload) {
        if (!type.startsWith(EVENTS_OF_OURS)) {
            return new EventLog.Entry(position, at, type, null, "not an event of the platform");
        }
        try {
            return new EventLog.Entry(position, at, type, json.readValue(payload, Class.forName(type)), "");
        } catch (ClassNotFoundException | JacksonException problem) {
            return new EventLog.Entry(position, at, type, null, String.valueOf(problem.getMessage()));
        }
    }
}
