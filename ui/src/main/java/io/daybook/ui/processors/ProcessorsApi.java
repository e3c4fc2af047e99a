package io.daybook.ui.processors;

import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsCommand.StartProcessor;
import io.daybook.api.operations.OperationsCommand.SteerSegment;
import io.daybook.api.operations.OperationsCommand.StopProcessor;
import io.daybook.api.operations.ProcessorName;
import io.daybook.api.operations.SegmentAction;
import io.daybook.api.operations.SegmentActionId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.http.NotThere;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Event processors, for operators' programs. */
@RestController
@RequestMapping("/api/v1/staff/operations/processors")
@Tag(name = "Staff: operations")
class ProcessorsApi {

    private final ProcessorBoard board;
    private final Decisions decisions;

    ProcessorsApi(ProcessorBoard board, Decisions decisions) {
        this.board = board;
        this.decisions = decisions;
    }

    /**
     * Whether an event processor shall run.
     *
     * @param sure true to stop also one without which orders do not go on
     */
    record Running(
            @Nullable Boolean running,
            @Nullable Boolean sure,
            @Nullable String reason) {}

    record Steering(
            @Nullable SegmentAction action, @Nullable String reason) {}

    record Ordered(String action, String instance) {}

    @GetMapping
    @Operation(summary = "List all event processors and their segments", description = """
                    As the instances reported last, with what operators had them do and what became of it. \
                    `lag` counts events, `lagMillis` is null when it is longer than anybody has watched. Needs OPERATOR.""")
    ProcessorBoard.Board list() {
        return board.now();
    }

    @PutMapping("/{processor}")
    @Operation(summary = "Stop an event processor, or have it run again", description = """
                    On all instances, within a second; remembered until somebody decides otherwise. Without \
                    `fulfilment`, `payment-gateway` or `fulfilments` orders do not go on, so that stopping one of them \
                    needs `sure`. Needs OPERATOR and a reason.""")
    CompletableFuture<ResponseEntity<Void>> run(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String processor,
            @RequestBody Running request) {
        ProcessorName name = new ProcessorName(find(processor).name());
        if (request.running() == null) {
            throw new BadFields("running", "must be true or false");
        }
        String reason = request.reason() == null ? "" : request.reason();
        if (request.running()) {
            return decisions.decide(List.of(new StartProcessor(ControlsId.ALL, name, reason, account.email())));
        }
        ProcessorText.warning(processor)
                .filter(warning -> !Boolean.TRUE.equals(request.sure()))
                .ifPresent(warning -> {
                    throw new BadFields("sure", "must be true. " + warning);
                });
        return decisions.decide(List.of(new StopProcessor(ControlsId.ALL, name, reason, account.email())));
    }

    @PostMapping("/{processor}/segments/{segment}/actions")
    @Operation(summary = "Split, merge or release a segment", description = """
                    Done once, by the instance that works on the segment now; the list says what became of it. \
                    `RELEASE` leaves it to another instance for some seconds. The segments of views are neither split nor \
                    merged. Needs OPERATOR and a reason.""")
    CompletableFuture<ResponseEntity<Ordered>> steer(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String processor,
            @PathVariable int segment,
            @RequestBody Steering request) {
        RunningProcessor found = find(processor);
        if (request.action() == null) {
            throw new BadFields("action", "must be SPLIT, MERGE or RELEASE");
        }
        InstanceName instance = ProcessorBoard.worker(found, segment)
                .orElseThrow(() ->
                        new NotThere("segment %d of %s that an instance works on now".formatted(segment, processor)));
        SegmentActionId action = SegmentActionId.next();
        SteerSegment steer = new SteerSegment(
                ControlsId.ALL,
                action,
                instance,
                new ProcessorName(processor),
                segment,
                request.action(),
                request.reason() == null ? "" : request.reason(),
                account.email());
        return decisions
                .decide(List.of(steer))
                .thenApply(done ->
                        ResponseEntity.status(HttpStatus.ACCEPTED).body(new Ordered(action.value(), instance.value())));
    }

    private RunningProcessor find(String processor) {
        return board.find(processor).orElseThrow(() -> new NotThere("event processor %s".formatted(processor)));
    }
}
