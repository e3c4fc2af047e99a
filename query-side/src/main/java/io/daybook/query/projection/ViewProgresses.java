package io.daybook.query.projection;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How far each view has come, and which copy of it is the live one. Instances in one process have it together, so that each
 * knows what any of them has done.
 */
public final class ViewProgresses {

    private final ConcurrentMap<String, ViewProgress> views = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LiveView> live = new ConcurrentHashMap<>();

    /** The progress of the view of this name. */
    public ViewProgress of(String view) {
        return views.computeIfAbsent(view, ViewProgress::new);
    }

    /** The live copy of the view of this name. */
    public LiveView live(String view) {
        return live.computeIfAbsent(view, LiveView::new);
    }

    /** Of all views that somebody has asked for. */
    public List<ViewProgress> all() {
        return List.copyOf(views.values());
    }
}
