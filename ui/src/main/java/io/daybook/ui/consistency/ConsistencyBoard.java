package io.daybook.ui.consistency;

import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.Sampler;
import io.daybook.ui.pages.Times;
import java.util.HashMap;
import java.util.Map;

/** What the page shows: for the page itself, and for all that are open, by one measurement for all of them. */
final class ConsistencyBoard implements AutoCloseable {

    private final StockProbe probe;
    private final DecidedControls controls;
    private final Fragments fragments;
    private final Sampler sampler;

    ConsistencyBoard(StockProbe probe, DecidedControls controls, Fragments fragments, ConsistencySettings settings) {
        this.probe = probe;
        this.controls = controls;
        this.fragments = fragments;
        this.sampler = new Sampler("consistency", settings.every(), this::sample);
    }

    Sampler sampler() {
        return sampler;
    }

    Map<String, Object> now() {
        return model(probe.latest());
    }

    private Map<String, Object> model(Measurements measured) {
        Map<String, Object> model = new HashMap<>();
        model.put("choices", Choice.all(measured, controls.now().stockConsistency()));
        model.put("product", measured.sku());
        if (measured.at() != null) {
            model.put("measuredAt", Times.of(measured.at()));
        }
        return model;
    }

    private Map<String, String> sample() {
        return Map.of("board", fragments.render("staff/consistency", "board", model(probe.measure())));
    }

    @Override
    public void close() {
        sampler.close();
    }
}
