package io.daybook.query.projection;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Of events that are words: {@code a+} opens a, {@code a1} adds 1 to it, {@code a=} leaves it as it is, {@code a-} closes it.
 *
 * @param told    takes what is published
 * @param forgets whether words go again
 */
record WordsView(List<String> told, boolean forgets) implements View<String, String> {

    @Override
    public String name() {
        return "words";
    }

    @Override
    public String id(String event) {
        return event.substring(0, 1);
    }

    @Override
    public boolean startsAfresh(String event) {
        return event.endsWith("+");
    }

    @Override
    public @Nullable String fold(@Nullable String current, String event, Instant at, long position) {
        return switch (event.charAt(1)) {
            case '+' -> "";
            case '-' -> null;
            case '=' -> current;
            default -> current == null ? null : current + event.charAt(1);
        };
    }

    @Override
    public Document write(String value) {
        return new Document("text", value);
    }

    @Override
    public String read(Document document) {
        return document.getString("text");
    }

    @Override
    public void published(List<String> written) {
        told.addAll(written);
    }
}
