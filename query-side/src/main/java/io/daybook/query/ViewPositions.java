package io.daybook.query;

import io.daybook.query.projection.ViewProgresses;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** How far the views of this instance have come in the log. */
public final class ViewPositions {

    private final ViewProgresses views;

    ViewPositions(ViewProgresses views) {
        this.views = views;
    }

    /** The position that each view has reached, by name; -1 where it has seen no event yet. */
    public Map<String, Long> reached() {
        Map<String, Long> positions = new TreeMap<>();
        views.all().forEach(view -> positions.put(view.view(), view.reached()));
        return positions;
    }

    /** Completes when all views have reached the position, or the time is up; never fails. */
    public CompletableFuture<Void> await(long position, Duration atMost) {
        return CompletableFuture.allOf(
                views.all().stream().map(view -> view.await(position, atMost)).toArray(CompletableFuture[]::new));
    }
}
