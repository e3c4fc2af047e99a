package io.daybook.query;

import io.daybook.api.view.ViewQuery.FindViewPositions;
import io.daybook.api.view.ViewQuery.ViewPosition;
import io.daybook.api.view.ViewQuery.ViewPositionList;
import org.axonframework.queryhandling.QueryHandler;

/** Says how far the views have come. */
class ViewPositionsQueryHandler {

    private final ViewPositions positions;

    ViewPositionsQueryHandler(ViewPositions positions) {
        this.positions = positions;
    }

    @QueryHandler
    ViewPositionList handle(FindViewPositions query) {
        return new ViewPositionList(positions.reached().entrySet().stream()
                .map(view -> new ViewPosition(view.getKey(), view.getValue()))
                .toList());
    }
}
