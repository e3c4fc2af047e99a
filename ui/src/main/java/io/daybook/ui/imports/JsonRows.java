package io.daybook.ui.imports;

import io.daybook.ui.http.ApiJson;
import io.daybook.ui.http.BadFields;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Rows of a JSON array of objects. */
final class JsonRows implements Rows {

    private final JsonParser parser;
    private final ImportKind kind;
    private int line;

    /** Reads the array's beginning; throws {@link BadFields} when it is none. */
    static JsonRows open(InputStream file, ImportKind kind, ApiJson json) {
        JsonParser parser = json.mapper().createParser(file);
        try {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new BadFields("body", "must be a list of objects");
            }
        } catch (JacksonException broken) {
            throw new BadFields("body", "is not valid JSON");
        }
        return new JsonRows(parser, kind);
    }

    private JsonRows(JsonParser parser, ImportKind kind) {
        this.parser = parser;
        this.kind = kind;
    }

    @Override
    public Optional<Row> next() {
        line++;
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                return Optional.empty();
            }
            return Optional.of(row(parser.readValueAsTree()));
        } catch (JacksonException broken) {
            throw new UnreadableRows(line, "This is not valid JSON.");
        }
    }

    private Row row(JsonNode object) {
        if (!object.isObject()) {
            return new Row(line, Map.of(CsvRows.WRONG_SIZE, "is not an object"));
        }
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (!kind.knows(property.getKey())) {
                return new Row(line, Map.of(CsvRows.WRONG_SIZE, "has a field that is not known: " + property.getKey()));
            }
            values.put(property.getKey(), text(property.getValue()));
        }
        return new Row(line, values);
    }

    /** As it would stand in a CSV file; an amount of money with its currency after it. */
    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isObject() && value.path("amount").isValueNode()) {
            String currency = value.path("currency").asString("GBP");
            return value.path("amount").asString() + " " + currency;
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }

    @Override
    public void close() {
        parser.close();
    }
}
