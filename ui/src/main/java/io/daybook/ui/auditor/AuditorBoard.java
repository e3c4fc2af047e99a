package io.daybook.ui.auditor;

import io.daybook.api.audit.AuditQuery.AuditProgress;
import io.daybook.api.audit.AuditQuery.FindAuditProgress;
import io.daybook.api.audit.AuditQuery.FindFindings;
import io.daybook.api.audit.AuditQuery.Findings;
import io.daybook.api.audit.FindingState;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.Sampler;
import io.daybook.ui.pages.Views;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the page shows, and what all that are open are told. */
final class AuditorBoard implements AutoCloseable {

    private static final int SHOWN = 50;

    private final Views views;
    private final Fragments fragments;
    private final Sampler sampler;

    AuditorBoard(Views views, Fragments fragments, AuditorSettings settings) {
        this.views = views;
        this.fragments = fragments;
        this.sampler = new Sampler("auditor", settings.every(), this::sample);
    }

    Sampler sampler() {
        return sampler;
    }

    /** How far it has come. */
    Map<String, Object> progress() {
        AuditProgress progress = views.ask(new FindAuditProgress(), AuditProgress.class);
        Map<String, Object> model = new HashMap<>();
        model.put("enabled", progress.enabled());
        model.put("open", progress.open());
        model.put("share", String.format(Locale.UK, "%.0f %%", 100 * progress.share()));
        model.put("walks", progress.walks().stream().map(WalkRow::of).toList());
        return model;
    }

    /** What it has found. */
    Map<String, Object> findings() {
        Findings open = views.ask(new FindFindings(FindingState.OPEN, 0, SHOWN), Findings.class);
        Findings all = views.ask(new FindFindings(null, 0, SHOWN), Findings.class);
        List<FindingRow> past = all.findings().stream()
                .filter(each -> each.state() != FindingState.OPEN)
                .map(FindingRow::of)
                .toList();
        return Map.of(
                "findings",
                open.findings().stream().map(FindingRow::of).toList(),
                "more",
                Math.max(0, open.total() - SHOWN),
                "past",
                past);
    }

    private Map<String, String> sample() {
        return Map.of("board", fragments.render("staff/auditor", "board", progress()));
    }

    @Override
    public void close() {
        sampler.close();
    }
}
