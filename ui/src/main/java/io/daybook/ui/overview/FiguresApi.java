package io.daybook.ui.overview;

import io.daybook.api.figures.FiguresQuery;
import io.daybook.api.figures.FiguresQuery.FigureList;
import io.daybook.api.figures.FiguresQuery.FindFigures;
import io.daybook.api.fulfilment.FulfilmentQuery.FindQueues;
import io.daybook.api.fulfilment.FulfilmentQuery.Queues;
import io.daybook.api.order.OrderQuery.CountOrders;
import io.daybook.api.order.OrderQuery.OrderCounts;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.pages.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the overview and the queues, for operators' programs. */
@RestController
@RequestMapping("/api/v1/staff/operations")
@Tag(name = "Staff: operations")
class FiguresApi {

    private final Views views;
    private final Clock clock;

    FiguresApi(Views views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /**
     * Figures over time, and orders by state.
     *
     * @param latencyBoundsMillis upper bounds of the steps in which times to confirmation are counted
     */
    record AllFigures(OrderCounts now, List<Integer> latencyBoundsMillis, FigureList over) {}

    @GetMapping("/figures")
    @Operation(summary = "Read what happened to orders over time, and their states now", description = """
                    By tier, in spans of `resolution` seconds: 10, or whole minutes. From a quarter of an hour ago until \
                    now unless `from` and `to` say otherwise, at most two days. Needs OPERATOR.""")
    AllFigures figures(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "60") int resolution) {
        if (resolution < 10) {
            throw new BadFields("resolution", "must be 10, or whole minutes in seconds");
        }
        Instant end = to == null ? clock.instant() : to;
        Instant begin = from == null ? end.minus(Duration.ofMinutes(15)) : from;
        return new AllFigures(
                views.ask(new CountOrders(), OrderCounts.class),
                FiguresQuery.LATENCY_BOUNDS,
                views.ask(new FindFigures(begin, end, Duration.ofSeconds(resolution)), FigureList.class));
    }

    @GetMapping("/queues")
    @Operation(
            summary = "List how many orders wait for what",
            description = "By tier and step, with the oldest of each. Needs OPERATOR.")
    Queues queues() {
        return views.ask(new FindQueues(), Queues.class);
    }
}
