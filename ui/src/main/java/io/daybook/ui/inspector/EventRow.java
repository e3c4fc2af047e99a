package io.daybook.ui.inspector;

import io.daybook.api.history.LoggedEvent;
import io.daybook.ui.pages.Times;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event as the pages show it.
 *
 * @param metaData what is known of its origin, without what has a place of its own
 */
public record EventRow(
        @Nullable Long position,
        Times at,
        String id,
        String stream,
        String kind,
        long sequence,
        String what,
        String type,
        @Nullable String revision,
        String payload,
        Map<String, String> metaData,
        @Nullable String command,
        @Nullable String because,
        boolean hidden,
        @Nullable String problem) {

    static EventRow of(LoggedEvent event) {
        Map<String, String> others = new TreeMap<>(event.metaData());
        return new EventRow(
                event.position(),
                Times.of(event.at()),
                event.id(),
                event.stream(),
                event.kind(),
                event.sequence(),
                event.what(),
                event.type(),
                event.revision(),
                event.payload(),
                others,
                others.get("command"),
                others.get("event"),
                event.hidden(),
                event.problem());
    }
}
