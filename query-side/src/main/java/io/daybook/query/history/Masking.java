package io.daybook.query.history;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Leaves out what not everybody may read. Payment tokens always go: with one, somebody could ask the provider for money, and
 * nobody needs it to understand what happened. Names and addresses of people, and e-mail addresses wherever they stand, go
 * unless the reader may see them.
 */
final class Masking {

    static final String HIDDEN = "•••";

    private static final Set<String> ADDRESSES = Set.of("shippingAddress", "address", "billingAddress");
    private static final Set<String> PERSONAL =
            Set.of("name", "email", "street", "city", "postcode", "country", "phone");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)*");
    private static final Pattern TOKEN_IN_TEXT = Pattern.compile("(\"token\"\\s*:\\s*\")[^\"]*|\\btok_\\w+");

    private final boolean personal;
    private final boolean names;
    private final boolean showsStaff;
    private final boolean everything;
    private boolean hidden;

    private Masking(boolean personal, boolean names, boolean showsStaff, boolean everything) {
        this.personal = personal;
        this.names = names;
        this.showsStaff = showsStaff;
        this.everything = everything;
    }

    /** For a reader who may see everything but tokens. */
    static Masking nothing() {
        return new Masking(true, false, true, false);
    }

    /** For something in which {@code name} is a product's. */
    static Masking of(boolean personal) {
        return new Masking(personal, false, false, false);
    }

    /** For something in which {@code name} is a person's. */
    static Masking ofPerson(boolean personal) {
        return new Masking(personal, true, false, false);
    }

    /** For what operators decide: the audit page shows them who it was. */
    static Masking ofDecision(boolean personal) {
        return new Masking(personal, false, true, false);
    }

    /** For what nobody knows the fields of: each may hold a name. */
    static Masking ofUnknown() {
        return new Masking(false, true, false, true);
    }

    /** Whether something was left out for the reader's sake. */
    boolean hidAnything() {
        return hidden;
    }

    JsonNode apply(JsonNode json) {
        if (everything) {
            return everythingOf(json);
        }
        if (json instanceof ObjectNode object) {
            for (String field : Set.copyOf(object.propertyNames())) {
                object.set(field, value(field, object.get(field)));
            }
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, value("", array.get(i)));
            }
        }
        return json;
    }

    private JsonNode value(String field, JsonNode value) {
        if (field.equals("token") && value.isString()) {
            return StringNode.valueOf(HIDDEN);
        }
        if (personal) {
            return apply(value);
        }
        if (ADDRESSES.contains(field)) {
            return everythingOf(value);
        }
        if (value.isString()) {
            return StringNode.valueOf(text(field, value.asString()));
        }
        return apply(value);
    }

    private JsonNode everythingOf(JsonNode value) {
        if (value instanceof ObjectNode object) {
            for (String field : Set.copyOf(object.propertyNames())) {
                object.set(field, everythingOf(object.get(field)));
            }
            return object;
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, everythingOf(array.get(i)));
            }
            return array;
        } else if (value.isNull()) {
            return value;
        }
        hidden = true;
        return StringNode.valueOf(HIDDEN);
    }

    private String text(String field, String text) {
        if (names && PERSONAL.contains(field) && !text.isEmpty()) {
            hidden = true;
            return HIDDEN;
        }
        if (text.indexOf('@') < 0 || showsStaff && field.equals("by")) {
            return text;
        }
        String without = EMAIL.matcher(text).replaceAll(HIDDEN);
        hidden |= !without.equals(text);
        return without;
    }

    /** For what is stored, and is no JSON: nobody can tell what is personal in it, so all of it is. */
    String apply(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        if (!personal) {
            hidden = true;
            return HIDDEN;
        }
        return TOKEN_IN_TEXT.matcher(text).replaceAll(found -> (found.group(1) == null ? "" : found.group(1)) + HIDDEN);
    }
}
