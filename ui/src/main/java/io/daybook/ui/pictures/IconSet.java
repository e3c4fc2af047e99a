package io.daybook.ui.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The icon set, read when the first picture is asked for. It is some nine megabytes of text; each icon is kept compressed,
 * which makes about a third of that.
 */
final class IconSet {

    private static final String FILE = "/pictures/fluent-emoji-flat.json";
    private static final int DEFAULT_SIZE = 32;

    private @Nullable Map<String, Picture> pictures;

    Optional<Picture> picture(String name) {
        return Optional.ofNullable(pictures().get(name));
    }

    Set<String> names() {
        return pictures().keySet();
    }

    private synchronized Map<String, Picture> pictures() {
        if (pictures == null) {
            pictures = read();
        }
        return pictures;
    }

    private static Map<String, Picture> read() {
        try (InputStream file = IconSet.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not on the classpath; the module's build puts it there");
            }
            try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
                return icons(json);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("reading " + FILE, broken);
        }
    }

    private static Map<String, Picture> icons(JsonParser json) {
        Map<String, Picture> icons = new HashMap<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean wanted = json.currentName().equals("icons");
            json.nextToken();
            if (wanted) {
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    icons.put(json.currentName(), icon(json));
                }
            } else {
                json.skipChildren();
            }
        }
        return Map.copyOf(icons);
    }

    private static Picture icon(JsonParser json) {
        String body = "";
        int height = DEFAULT_SIZE;
        json.nextToken();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = json.currentName();
            json.nextToken();
            switch (property) {
                case "body" -> body = json.getString();
                case "height" -> height = json.getIntValue();
                default -> json.skipChildren();
            }
        }
        return Picture.of("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " viewBox=\"0 0 %d %d\">%s</svg>".formatted(DEFAULT_SIZE, height, body));
    }
}
