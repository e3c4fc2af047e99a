package io.daybook.ui.rebuild;

import io.daybook.api.operations.RebuildOrder;
import io.daybook.api.view.ViewQuery.FindViewCopies;
import io.daybook.api.view.ViewQuery.ViewCopies;
import io.daybook.api.view.ViewQuery.ViewCopyList;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.http.NotThere;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.Sampler;
import io.daybook.ui.pages.Views;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the page shows: for the page itself, and for all that are open, by one question for all of them. */
final class ViewBoard implements AutoCloseable {

    private final Views views;
    private final LogPosition log;
    private final DecidedControls controls;
    private final Fragments fragments;
    private final Sampler sampler;

    ViewBoard(
            Views views, LogPosition log, DecidedControls controls, Fragments fragments, RebuildPageSettings settings) {
        this.views = views;
        this.log = log;
        this.controls = controls;
        this.fragments = fragments;
        this.sampler = new Sampler("views", settings.every(), this::sample);
    }

    Sampler sampler() {
        return sampler;
    }

    List<ViewCopies> views() {
        return views.ask(new FindViewCopies(), ViewCopyList.class).views();
    }

    long head() {
        return log.head();
    }

    /** The view of this name; throws {@link NotThere} when there is none. */
    ViewCopies view(String name) {
        return views().stream()
                .filter(view -> view.view().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotThere("view %s".formatted(name)));
    }

    Map<String, Object> now() {
        Map<String, Object> model = new HashMap<>();
        // The log after the views: nothing is ahead of it then.
        List<ViewCopies> found = views();
        long head = head();
        model.put(
                "views",
                found.stream()
                        .map(view -> ViewRow.of(view, head, isPaused(view.view())))
                        .toList());
        return model;
    }

    private boolean isPaused(String view) {
        RebuildOrder order = controls.now().ofView(view).rebuild();
        return order != null && order.paused();
    }

    private Map<String, String> sample() {
        return Map.of("board", fragments.render("staff/views", "board", now()));
    }

    @Override
    public void close() {
        sampler.close();
    }
}
