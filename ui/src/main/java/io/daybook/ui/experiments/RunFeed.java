package io.daybook.ui.experiments;

import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStream;
import io.daybook.ui.pages.Sampler;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What open pages of a run are told. There is one run at a time, so there is hardly ever more than one sampler. */
final class RunFeed implements AutoCloseable {

    private final Experiments experiments;
    private final Fragments fragments;
    private final ExperimentSettings settings;
    private final String base;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Sampler> samplers = new HashMap<>();

    /** @param base what all addresses of pages begin with */
    RunFeed(Experiments experiments, Fragments fragments, ExperimentSettings settings, String base) {
        this.experiments = experiments;
        this.fragments = fragments;
        this.settings = settings;
        this.base = base;
    }

    synchronized void follow(String run, LiveStream stream) {
        samplers.values().removeIf(RunFeed::isIdle);
        samplers.computeIfAbsent(run, id -> new Sampler("experiment", settings.every(), () -> sample(id)))
                .follow(stream);
    }

    private static boolean isIdle(Sampler sampler) {
        if (sampler.isRunning()) {
            return false;
        }
        sampler.close();
        return true;
    }

    String charts(Run run) {
        return json.writeValueAsString(RunBoard.charts(run.samples()));
    }

    private Map<String, String> sample(String id) {
        Run run = experiments.run(id);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "board",
                fragments.render("staff/experiment-run", "board", Map.of("run", RunBoard.of(run), "base", base)));
        texts.put("charts", charts(run));
        if (run.state().over()) {
            texts.put("over", "");
        }
        return texts;
    }

    @Override
    public synchronized void close() {
        samplers.values().forEach(Sampler::close);
    }
}
