package io.daybook.ui.levels;

import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.Sampler;
import java.util.Map;

/** What the page shows, and what all that are open are told. */
final class LevelFeed implements AutoCloseable {

    private final LevelBook book;
    private final Fragments fragments;
    private final Sampler sampler;

    LevelFeed(LevelBook book, Fragments fragments, LevelsSettings settings) {
        this.book = book;
        this.fragments = fragments;
        this.sampler = new Sampler("levels", settings.every(), this::sample);
    }

    Sampler sampler() {
        return sampler;
    }

    LevelBoard board() {
        return LevelBoard.of(book.open());
    }

    private Map<String, String> sample() {
        return Map.of("board", fragments.render("staff/levels", "board", Map.of("board", board())));
    }

    @Override
    public void close() {
        sampler.close();
    }
}
