package io.daybook.ui.world;

import io.daybook.api.audit.AuditQuery.AuditProgress;
import io.daybook.api.audit.AuditQuery.FindAuditProgress;
import io.daybook.api.audit.AuditQuery.FindFinding;
import io.daybook.api.audit.AuditQuery.FindFindings;
import io.daybook.api.audit.AuditQuery.Findings;
import io.daybook.api.audit.AuditQuery.Walk;
import io.daybook.api.audit.DriftKind;
import io.daybook.api.audit.Finding;
import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.FindingState;
import io.daybook.api.audit.Remedy;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** An auditor that has found one thing. */
public final class Auditing {

    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    private final Finding finding = new Finding(
            new FindingId("orders:5f0c"),
            DriftKind.ENTRY_CORRUPT,
            "orders",
            "5f0c",
            "In the view orders the entry 5f0c differs from its events: state.",
            List.of(new Finding.Difference("state", "CONFIRMED", "REJECTED")),
            List.of(new Finding.Evidence("5f0c", 1, "OrderConfirmed", "event-1", NOON)),
            NOON,
            NOON.plusSeconds(30),
            FindingState.OPEN,
            List.of(Remedy.REBUILD_ENTRY),
            null);

    @QueryHandler
    Findings handle(FindFindings query) {
        return new Findings(List.of(finding), 1, 1);
    }

    @QueryHandler
    Findings handle(FindFinding query) {
        boolean asked = query.finding().equals(finding.id());
        return new Findings(asked ? List.of(finding) : List.of(), asked ? 1 : 0, 1);
    }

    @QueryHandler
    AuditProgress handle(FindAuditProgress query) {
        return new AuditProgress(
                true, 0.02, 1, List.of(new Walk("orders", 1_200, NOON, NOON.minusSeconds(15), NOON, null)));
    }
}
