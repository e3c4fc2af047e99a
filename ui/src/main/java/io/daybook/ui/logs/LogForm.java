package io.daybook.ui.logs;

import io.daybook.operations.LogSearch;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import org.springframework.web.util.UriComponentsBuilder;

/** What the form above the lines says; texts, because anything may stand in an address. */
public record LogForm(String text, String level, String service, String instance, String order, String trace) {

    static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    static LogForm of(Map<String, String> asked) {
        return new LogForm(
                value(asked, "text"),
                value(asked, "level"),
                value(asked, "service"),
                value(asked, "instance"),
                value(asked, "order"),
                value(asked, "trace"));
    }

    private static String value(Map<String, String> asked, String name) {
        String value =
                CONTROL.matcher(asked.getOrDefault(name, "")).replaceAll("").strip();
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /** Nothing and nonsense for a level mean any. */
    LogSearch search() {
        return new LogSearch(text, level(level), service, instance, order, trace);
    }

    static @Nullable Level level(String name) {
        for (Level level : Level.values()) {
            if (level.name().equals(name.toUpperCase(Locale.ROOT))) {
                return level;
            }
        }
        return null;
    }

    /** An address that asks for the same, without what is not asked for. */
    UriComponentsBuilder address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, String> asked = Map.of(
                "text", text, "level", level, "service", service, "instance", instance, "order", order, "trace", trace);
        asked.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.uriVariables(Map.copyOf(asked)).encode();
    }
}
