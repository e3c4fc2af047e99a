package io.daybook.ui.faults;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.FaultId;
import io.daybook.api.operations.InjectedFault;
import io.daybook.api.operations.OperationsCommand.EndFault;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.http.NotThere;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Faults, for operators' programs. */
@RestController
@RequestMapping("/api/v1/staff/operations/faults")
@Tag(name = "Staff: operations")
class FaultsApi {

    private final DecidedControls controls;
    private final Decisions decisions;
    private final Clock clock;

    FaultsApi(DecidedControls controls, Decisions decisions, Clock clock) {
        this.controls = controls;
        this.decisions = decisions;
        this.clock = clock;
    }

    record Faults(List<InjectedFault> faults) {}

    record Injected(String fault) {}

    @GetMapping
    @Operation(summary = "List the faults that are injected now", description = "Needs OPERATOR.")
    Faults list() {
        return new Faults(active());
    }

    @PostMapping
    @Operation(summary = "Break something on purpose", description = """
                    `CRASH` needs instance; `LATENCY` service and millis; `ERRORS` service and percent; `PROVIDER` \
                    behaviour; `VIEW_PAUSED` view. `message`, the name of a command, query or event, narrows latency and \
                    errors down. All need seconds, after which the fault ends by itself, and a reason. Takes effect \
                    everywhere within a second. Needs OPERATOR.""")
    CompletableFuture<ResponseEntity<Injected>> inject(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @RequestBody FaultForm form) {
        if (form.kind() == null) {
            throw new BadFields("kind", "must be one of " + List.of(FaultKind.values()));
        }
        FaultId id = FaultId.next();
        return decisions
                .decide(List.of(form.command(id, account.email())))
                .thenApply(done -> ResponseEntity.status(HttpStatus.CREATED).body(new Injected(id.value())));
    }

    @DeleteMapping("/{fault}")
    @Operation(summary = "End a fault before its time", description = "Needs OPERATOR and a reason.")
    CompletableFuture<ResponseEntity<Void>> end(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String fault,
            @RequestParam(defaultValue = "") String reason) {
        FaultId id = new FaultId(fault);
        EndFault end = new EndFault(ControlsId.ALL, id, reason, account.email());
        if (active().stream().noneMatch(active -> active.id().equals(id))) {
            throw new NotThere("fault %s".formatted(fault));
        }
        return decisions.decide(List.of(end));
    }

    private List<InjectedFault> active() {
        return controls.now().at(clock.instant()).faults();
    }
}
