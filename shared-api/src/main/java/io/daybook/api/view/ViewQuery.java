package io.daybook.api.view;

import java.util.List;

/** What can be asked about the views as such. */
public sealed interface ViewQuery {

    /** How far each view has come in the log, by name, answered with a {@link ViewPositionList}. */
    record FindViewPositions() implements ViewQuery {}

    record ViewPositionList(List<ViewPosition> views) {}

    /** @param position of the last event that its answers reflect; -1 before the first */
    record ViewPosition(String view, long position) {}
}
