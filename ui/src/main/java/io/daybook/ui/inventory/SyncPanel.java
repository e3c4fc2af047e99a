package io.daybook.ui.inventory;

import io.daybook.api.view.ViewQuery.FindViewPositions;
import io.daybook.api.view.ViewQuery.ViewPosition;
import io.daybook.api.view.ViewQuery.ViewPositionList;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.pages.Views;
import java.util.List;

/** How far the views are behind the log. */
public final class SyncPanel {

    private final Views views;
    private final LogPosition log;

    SyncPanel(Views views, LogPosition log) {
        this.views = views;
        this.log = log;
    }

    /** @param head position of the newest event in the log */
    public record Positions(long head, List<Progress> views) {}

    /** @param behind events of the log that the view has not seen yet */
    public record Progress(String view, long position, long behind) {}

    public Positions now() {
        // The log after the views would make them look behind by what happened in between.
        long head = log.head();
        List<ViewPosition> reached =
                views.ask(new FindViewPositions(), ViewPositionList.class).views();
        return new Positions(
                head,
                reached.stream()
                        .map(view -> new Progress(view.view(), view.position(), Math.max(0, head - view.position())))
                        .toList());
    }
}
