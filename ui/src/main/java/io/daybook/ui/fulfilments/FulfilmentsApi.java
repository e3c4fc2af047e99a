package io.daybook.ui.fulfilments;

import io.daybook.api.fulfilment.FulfilmentQuery.FindOpenFulfilment;
import io.daybook.api.fulfilment.FulfilmentQuery.FindOpenFulfilments;
import io.daybook.api.fulfilment.FulfilmentQuery.OpenFulfilments;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderCommand.CancelOrder;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import io.daybook.api.order.OrderCommand.SkipStep;
import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.http.BadFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
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

/** Orders on their way, for staff's programs. */
@RestController
@RequestMapping("/api/v1/staff/fulfilments")
@Tag(name = "Staff: fulfilments")
class FulfilmentsApi {

    private final QueryGateway queries;
    private final CommandGateway commands;

    FulfilmentsApi(QueryGateway queries, CommandGateway commands) {
        this.queries = queries;
        this.commands = commands;
    }

    record Retry(@Nullable String reason) {}

    record Compensation(@Nullable String reason) {}

    record Skip(@Nullable Step step, @Nullable String reason) {}

    @GetMapping("/open")
    @Operation(
            summary = "List orders on their way",
            description = "Those that have waited longest first, each with its step, cause if it is stuck, and the last"
                    + " event of its order, payment or reservation. Pages are counted from 0. Needs SUPPORT.")
    CompletableFuture<OpenFulfilments> list(
            @RequestParam(required = false) @Nullable Step step,
            @RequestParam(required = false) @Nullable Boolean stuck,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return queries.query(new FindOpenFulfilments(step, stuck, page, size), OpenFulfilments.class);
    }

    @PostMapping("/{orderId}/compensation")
    @Operation(
            summary = "Undo all that was done for an order",
            description =
                    "Its cancellation by staff. 409 with the reason from dispatch on, for one that is settled, and for"
                            + " one of which all is being undone already. Needs SUPPORT and a reason.")
    CompletableFuture<ResponseEntity<Void>> compensate(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String orderId,
            @RequestBody Compensation compensation) {
        OrderId order = new OrderId(orderId);
        CancelOrder cancel = new CancelOrder(order, given(compensation.reason()), account.email());
        return queries.query(new FindOpenFulfilment(order), OpenFulfilments.class)
                .thenCompose(found -> {
                    Undoing.check(order, found);
                    return accepted(cancel);
                });
    }

    @PostMapping("/{orderId}/retry")
    @Operation(
            summary = "Try a stuck step again",
            description =
                    "Changes nothing when the order is not stuck. Needs SUPPORT; a reason, if one is given, is on record.")
    CompletableFuture<ResponseEntity<Void>> retry(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String orderId,
            @RequestBody(required = false) @Nullable Retry retry) {
        String reason = retry == null ? "no reason given" : given(retry.reason());
        return accepted(new RetryFulfilment(new OrderId(orderId), reason, account.email()));
    }

    @PostMapping("/{orderId}/skip")
    @Operation(
            summary = "Say that a stuck step was done by hand",
            description = "Only `COMPENSATION`, when money and goods were given back by hand, and `DISPATCH`, when the"
                    + " goods were taken off the books by hand. 409 with the reason for any other step, and for one at"
                    + " which the order is not stuck. Needs SUPPORT and a reason.")
    CompletableFuture<ResponseEntity<Void>> skip(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String orderId,
            @RequestBody Skip skip) {
        if (skip.step() == null) {
            throw new BadFields("step", "must name a step");
        }
        return accepted(new SkipStep(new OrderId(orderId), skip.step(), given(skip.reason()), account.email()));
    }

    private CompletableFuture<ResponseEntity<Void>> accepted(Object command) {
        return commands.<@Nullable Object>send(command)
                .thenApply(done -> ResponseEntity.accepted().build());
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
