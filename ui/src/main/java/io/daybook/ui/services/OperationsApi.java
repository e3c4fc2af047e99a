package io.daybook.ui.services;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsCommand;
import io.daybook.api.operations.OperationsCommand.ChangeQueryStrategy;
import io.daybook.api.operations.OperationsCommand.DisableInstance;
import io.daybook.api.operations.OperationsCommand.DrainInstance;
import io.daybook.api.operations.OperationsCommand.EnableInstance;
import io.daybook.api.operations.OperationsCommand.WeighInstance;
import io.daybook.api.operations.Participation;
import io.daybook.api.operations.QueryStrategy;
import io.daybook.operations.InstanceDirectory;
import io.daybook.operations.InstanceReport;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.http.NotThere;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Instances, for operators' programs. */
@RestController
@RequestMapping("/api/v1/staff/operations")
@Tag(name = "Staff: operations")
class OperationsApi {

    private final InstanceDirectory directory;
    private final DecidedControls controls;
    private final Decisions decisions;

    OperationsApi(InstanceDirectory directory, DecidedControls controls, Decisions decisions) {
        this.directory = directory;
        this.controls = controls;
        this.decisions = decisions;
    }

    /** All instances, and the rule by which queries are given to them. */
    record Instances(List<InstanceReport> instances, QueryStrategy queryStrategy) {}

    /**
     * What an instance shall do.
     *
     * @param participation how far it takes part; nothing changes when it is left out
     * @param loadFactor    the size of its share; nothing changes when it is left out
     * @param evenLast      true to take out also the last one of its service that takes part
     */
    record Steering(
            @Nullable Participation participation,
            @Nullable Integer loadFactor,
            @Nullable Boolean evenLast,
            @Nullable String reason) {}

    record Strategy(
            @Nullable QueryStrategy strategy, @Nullable String reason) {}

    @GetMapping("/instances")
    @Operation(summary = "List all instances", description = "As they reported last. Needs OPERATOR.")
    Instances list() {
        return new Instances(directory.instances(), controls.now().queryStrategy());
    }

    @PutMapping("/instances/{name}")
    @Operation(
            summary = "Take an instance out, let it take part again, or change its load factor",
            description = "All instances follow within a second. Needs OPERATOR and a reason.")
    CompletableFuture<ResponseEntity<Void>> steer(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String name,
            @RequestBody Steering steering) {
        InstanceName instance = new InstanceName(name);
        List<InstanceReport> reports = directory.instances();
        if (reports.stream().noneMatch(report -> report.name().equals(name))) {
            throw new NotThere("instance %s".formatted(name));
        }
        if (steering.participation() != null
                && steering.participation() != Participation.FULL
                && !Boolean.TRUE.equals(steering.evenLast())
                && ServiceGroup.isLast(name, reports)) {
            throw new BadFields(
                    "evenLast", "must be true: %s is the last of its service that takes part".formatted(name));
        }
        String reason = steering.reason() == null ? "" : steering.reason();
        List<OperationsCommand> decisions = new ArrayList<>();
        if (steering.loadFactor() != null) {
            decisions.add(new WeighInstance(ControlsId.ALL, instance, steering.loadFactor(), reason, account.email()));
        }
        if (steering.participation() != null) {
            decisions.add(
                    switch (steering.participation()) {
                        case FULL -> new EnableInstance(ControlsId.ALL, instance, reason, account.email());
                        case DRAINED -> new DrainInstance(ControlsId.ALL, instance, reason, account.email());
                        case DISABLED -> new DisableInstance(ControlsId.ALL, instance, reason, account.email());
                    });
        }
        if (decisions.isEmpty()) {
            throw new BadFields("participation", "must be given, or loadFactor, or both");
        }
        return this.decisions.decide(decisions);
    }

    @PutMapping("/query-strategy")
    @Operation(
            summary = "Change which instance is asked a query",
            description = "In one process; Axon Server takes turns. Needs OPERATOR and a reason.")
    CompletableFuture<ResponseEntity<Void>> changeStrategy(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @RequestBody Strategy strategy) {
        if (strategy.strategy() == null) {
            throw new BadFields("strategy", "must be ROUND_ROBIN or LEAST_BUSY");
        }
        String reason = strategy.reason() == null ? "" : strategy.reason();
        return this.decisions.decide(
                List.of(new ChangeQueryStrategy(ControlsId.ALL, strategy.strategy(), reason, account.email())));
    }
}
