package io.daybook.ui.overview;

import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.Sampler;
import io.daybook.ui.pages.Views;
import java.time.Clock;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What open pages are told, each by one sampler for all of them. */
final class OverviewFeeds implements AutoCloseable {

    private final Figurebook figures;
    private final Views views;
    private final Fragments fragments;
    private final Clock clock;
    private final String base;
    private final Sampler overview;
    private final Sampler queues;
    private final JsonMapper json = new JsonMapper();

    /** @param base what all addresses of pages begin with */
    OverviewFeeds(
            Figurebook figures, Views views, Fragments fragments, OverviewSettings settings, Clock clock, String base) {
        this.figures = figures;
        this.views = views;
        this.fragments = fragments;
        this.clock = clock;
        this.base = base;
        this.overview = new Sampler("overview", settings.every(), this::sampleOverview);
        this.queues = new Sampler("queues", settings.every(), this::sampleQueues);
    }

    Sampler overview() {
        return overview;
    }

    Sampler queues() {
        return queues;
    }

    Board board() {
        return figures.open().board();
    }

    QueueBoard queueBoard() {
        return QueueBoard.ask(views, clock);
    }

    private Map<String, String> sampleOverview() {
        Figurebook.Page page = figures.open();
        return Map.of(
                "board",
                fragments.render("staff/overview", "board", Map.of("board", page.board(), "base", base)),
                "charts",
                json.writeValueAsString(page.charts()));
    }

    private Map<String, String> sampleQueues() {
        return Map.of("board", fragments.render("staff/queues", "board", Map.of("board", queueBoard(), "base", base)));
    }

    @Override
    public void close() {
        overview.close();
        queues.close();
    }
}
