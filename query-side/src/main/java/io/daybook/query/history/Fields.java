package io.daybook.query.history;

import io.daybook.api.history.StateAsOf.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A state's values by the way to each, and what is different between two states. */
final class Fields {

    private static final int MOST_CHANGES = 40;

    private Fields() {}

    static Map<String, String> of(@Nullable JsonNode state) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (state != null) {
            collect("", state, fields);
        }
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject() && node.has("amount") && node.has("currency")) {
            fields.put(
                    path,
                    node.path("amount").asString() + " " + node.path("currency").asString());
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), fields);
            }
        } else if (!node.isNull()) {
            fields.put(path, node.asString());
        }
    }

    static List<FieldChange> changes(Map<String, String> before, Map<String, String> after) {
        List<FieldChange> changes = new ArrayList<>();
        after.forEach((field, value) -> {
            String old = before.getOrDefault(field, "");
            if (!old.equals(value)) {
                changes.add(new FieldChange(field, old, value));
            }
        });
        before.forEach((field, value) -> {
            if (!after.containsKey(field)) {
                changes.add(new FieldChange(field, value, ""));
            }
        });
        if (changes.size() <= MOST_CHANGES) {
            return changes;
        }
        List<FieldChange> some = new ArrayList<>(changes.subList(0, MOST_CHANGES));
        some.add(new FieldChange("and %d more".formatted(changes.size() - MOST_CHANGES), "", ""));
        return some;
    }
}
