package io.daybook.query;

import io.daybook.query.projection.ViewProgress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** How far the views of this instance have come in the log. */
public final class ViewPositions {

    private final Map<String, ViewProgress> views = new TreeMap<>();

    ViewPositions(List<ViewProgress> views) {
        views.forEach(view -> this.views.put(view.view(), view));
    }

    /** The position that each view has reached, by name; -1 where it has seen no event yet. */
    public Map<String, Long> reached() {
        Map<String, Long> positions = new LinkedHashMap<>();
        views.forEach((name, view) -> positions.put(name, view.reached()));
        return positions;
    }

    /** Completes when all views have reached the position, or the time is up; never fails. */
    public CompletableFuture<Void> await(long position, Duration atMost) {
        return CompletableFuture.allOf(views.values().stream()
                .map(view -> view.await(position, atMost))
                .toArray(CompletableFuture[]::new));
    }
}
