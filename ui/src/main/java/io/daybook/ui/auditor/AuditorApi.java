package io.daybook.ui.auditor;

import io.daybook.api.audit.AuditQuery.AuditProgress;
import io.daybook.api.audit.AuditQuery.FindAuditProgress;
import io.daybook.api.audit.AuditQuery.FindFinding;
import io.daybook.api.audit.AuditQuery.FindFindings;
import io.daybook.api.audit.AuditQuery.Findings;
import io.daybook.api.audit.Finding;
import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.FindingState;
import io.daybook.api.audit.Remedy;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.RepairDrift;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.http.NotThere;
import io.daybook.ui.pages.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The auditor, for operators' programs. */
@RestController
@RequestMapping("/api/v1/staff/operations/auditor")
@Tag(name = "Staff: operations")
class AuditorApi {

    private final Views views;
    private final Decisions decisions;

    AuditorApi(Views views, Decisions decisions) {
        this.views = views;
        this.decisions = decisions;
    }

    record Repair(@Nullable Remedy remedy, @Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "Read how far the auditor has come",
            description = "Everything a walk concerns was looked at since `previous`. Needs OPERATOR.")
    AuditProgress progress() {
        return views.ask(new FindAuditProgress(), AuditProgress.class);
    }

    @GetMapping("/findings")
    @Operation(
            summary = "List what differs from the log",
            description = "The newest first; `state` is OPEN, REPAIRED or GONE, all when missing. Needs OPERATOR.")
    Findings findings(
            @RequestParam(required = false) @Nullable FindingState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return views.ask(new FindFindings(state, page, size), Findings.class);
    }

    @GetMapping("/findings/{finding}")
    @Operation(summary = "Read one finding with its evidence", description = "Needs OPERATOR.")
    Finding finding(@PathVariable String finding) {
        List<Finding> found = views.ask(new FindFinding(new FindingId(finding)), Findings.class)
                .findings();
        if (found.isEmpty()) {
            throw new NotThere("finding %s".formatted(finding));
        }
        return found.get(0);
    }

    @PostMapping("/findings/{finding}/repair")
    @Operation(
            summary = "Have a finding repaired",
            description = "By one of its `remedies`. The decision is on record when this is answered; the finding is"
                    + " REPAIRED when it has been looked at again. Needs OPERATOR and a reason.")
    CompletableFuture<ResponseEntity<Void>> repair(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String finding,
            @RequestBody Repair repair) {
        Finding found = finding(finding);
        if (repair.remedy() == null || !found.remedies().contains(repair.remedy())) {
            throw new BadFields("remedy", "must be one of " + found.remedies());
        }
        if (found.state() != FindingState.OPEN) {
            throw new BadFields("finding", "is %s".formatted(found.state()));
        }
        String reason = repair.reason() == null ? "" : repair.reason();
        return decisions
                .decide(List.of(new RepairDrift(ControlsId.ALL, found.id(), repair.remedy(), reason, account.email())))
                .thenApply(done -> ResponseEntity.accepted().build());
    }
}
