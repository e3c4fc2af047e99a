package io.daybook.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The members of one line, each to be taken once; the bytes of objects and arrays among them as they stand in the line.
 * Every method throws {@link BrokenLine} when the line is not as it should be.
 */
final class Members {

    /** What is embedded in a line stands one level deeper there than it did alone. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(StreamReadConstraints.DEFAULT_MAX_DEPTH + 1)
                    .build())
            .build();

    private final Map<String, Object> values = new HashMap<>();

    private Members() {}

    static Members of(byte[] line) throws BrokenLine {
        Members members = new Members();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BrokenLine("it is not a JSON object");
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                if (members.values.put(name, value(parser, line)) != null) {
                    throw new BrokenLine("it has two of '%s'".formatted(name));
                }
            }
            if (parser.nextToken() != null) {
                throw new BrokenLine("there is more after the JSON object");
            }
            return members;
        } catch (JacksonException notJson) {
            throw new BrokenLine("it is not JSON: " + notJson.getOriginalMessage());
        }
    }

    private static Object value(JsonParser parser, byte[] line) throws BrokenLine {
        switch (parser.currentToken()) {
            case VALUE_STRING:
                return parser.getString();
            case VALUE_NUMBER_INT:
                return parser.getLongValue();
            case START_OBJECT, START_ARRAY:
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                int end = (int) parser.currentLocation().getByteOffset();
                return Bytes.of(Arrays.copyOfRange(line, start, end));
            default:
                throw new BrokenLine(
                        "'%s' is neither text nor a whole number nor JSON".formatted(parser.currentName()));
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) throws BrokenLine {
        return take(name, String.class);
    }

    @Nullable String optionalText(String name) throws BrokenLine {
        return has(name) ? text(name) : null;
    }

    long number(String name) throws BrokenLine {
        return take(name, Long.class);
    }

    Instant time(String name) throws BrokenLine {
        String text = text(name);
        try {
            Instant time = Instant.parse(text);
            if (Names.text(time).equals(text)) {
                return time;
            }
        } catch (DateTimeException notOne) {
            throw new BrokenLine("'%s' is not a time: %s".formatted(name, notOne.getMessage()));
        }
        throw new BrokenLine("'%s' is not a time in UTC with milliseconds: %s".formatted(name, text));
    }

    Bytes bytes(String name) throws BrokenLine {
        String inBase64 = name + Names.IN_BASE64;
        if (!has(inBase64)) {
            return take(name, Bytes.class);
        }
        try {
            return Bytes.of(Base64.getDecoder().decode(text(inBase64)));
        } catch (IllegalArgumentException notBase64) {
            throw new BrokenLine("'%s' is not base64: %s".formatted(inBase64, notBase64.getMessage()));
        }
    }

    private <T> T take(String name, Class<T> type) throws BrokenLine {
        Object value = values.remove(name);
        if (!type.isInstance(value)) {
            throw new BrokenLine(
                    value == null ? "it has no '%s'".formatted(name) : "its '%s' is wrong".formatted(name));
        }
        return type.cast(value);
    }

    /** All that should be there has been taken. */
    void end() throws BrokenLine {
        if (!values.isEmpty()) {
            throw new BrokenLine("it has members of no meaning: " + values.keySet());
        }
    }
}
