package io.daybook.query.projection;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How far each view has come. Instances in one process have it together, so that each knows what any of them has done. */
public final class ViewProgresses {

    private final ConcurrentMap<String, ViewProgress> views = new ConcurrentHashMap<>();

    /** The progress of the view of this name. */
    public ViewProgress of(String view) {
        return views.computeIfAbsent(view, ViewProgress::new);
    }

    /** Of all views that somebody has asked for. */
    public List<ViewProgress> all() {
        return List.copyOf(views.values());
    }
}
