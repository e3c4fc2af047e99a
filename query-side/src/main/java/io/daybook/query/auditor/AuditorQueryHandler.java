package io.daybook.query.auditor;

import io.daybook.api.audit.AuditQuery.AuditProgress;
import io.daybook.api.audit.AuditQuery.FindAuditProgress;
import io.daybook.api.audit.AuditQuery.FindFinding;
import io.daybook.api.audit.AuditQuery.FindFindings;
import io.daybook.api.audit.AuditQuery.Findings;
import io.daybook.api.audit.Finding;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what the auditor has found. */
class AuditorQueryHandler {

    private final FindingStore findings;
    private final Walks walks;
    private final AuditorSettings settings;

    AuditorQueryHandler(FindingStore findings, Walks walks, AuditorSettings settings) {
        this.findings = findings;
        this.walks = walks;
        this.settings = settings;
    }

    @QueryHandler
    Findings handle(FindFindings query) {
        return findings.find(query.state(), query.page(), query.size());
    }

    @QueryHandler
    Findings handle(FindFinding query) {
        Finding found = findings.find(query.finding());
        return new Findings(found == null ? List.of() : List.of(found), found == null ? 0 : 1, findings.openNow());
    }

    @QueryHandler
    AuditProgress handle(FindAuditProgress query) {
        return new AuditProgress(settings.enabled(), settings.share(), findings.openNow(), walks.read());
    }
}
