package io.daybook.ui.inspector;

import io.daybook.api.history.HistoryQuery.FindStateAsOf;
import io.daybook.api.history.HistoryQuery.Thing;
import io.daybook.api.history.StateAsOf;
import io.daybook.api.history.StateAsOf.Step;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.http.NotThere;
import io.daybook.ui.inspector.HistoryApi.Reason;
import io.daybook.ui.inspector.StateController.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How things stood at any time, for staff's programs. */
@RestController
@RequestMapping("/api/v1/staff/history")
@Tag(name = "Staff: history")
class StateApi {

    private static final String HOW =
            "At the moment `at`, or after the event number `after` (from 0); without both, now."
                    + " With both, what is earlier counts. Read from the log alone.";
    private static final String AT = "Such as 2026-02-03T12:00:00Z";

    private final Archive archive;
    private final ShownPersonalData shown;

    StateApi(Archive archive, ShownPersonalData shown) {
        this.archive = archive;
        this.shown = shown;
    }

    /**
     * How something stood.
     *
     * @param counted events that the state comes from
     * @param total   events that there are by now
     * @param at      when the last of the counted ones happened
     * @param state   null when it did not exist yet
     * @param steps   events up to there and a few after, with what each changed
     * @param hidden  whether personal data was left out
     */
    record State(
            Thing thing,
            String id,
            long counted,
            long total,
            @Nullable Instant at,
            @Nullable JsonNode state,
            List<Step> steps,
            boolean hidden) {}

    @GetMapping("/orders/{id}")
    @Operation(summary = "See how an order stood", description = HOW)
    State order(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @Parameter(description = AT) @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String after) {
        return told(Kind.ORDERS, Kind.ORDERS.id(id, ""), at, after, Archive.seesPersonalData(account));
    }

    @GetMapping("/customers/{id}")
    @Operation(summary = "See how a customer stood", description = HOW)
    State customer(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @Parameter(description = AT) @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String after) {
        return told(Kind.CUSTOMERS, Kind.CUSTOMERS.id(id, ""), at, after, Archive.seesPersonalData(account));
    }

    @GetMapping("/stock/{sku}")
    @Operation(
            summary = "See how a product's stock stood",
            description =
                    HOW + " It is the sum of the movements; `recorded` is the level that the last of them carries.")
    State stock(
            @PathVariable String sku,
            @RequestParam(defaultValue = "MAIN") String warehouse,
            @Parameter(description = AT) @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String after) {
        return told(Kind.STOCK, Kind.STOCK.id(sku, warehouse), at, after, false);
    }

    @PostMapping("/orders/{id}/personal-data")
    @Operation(
            summary = "See how an order stood, with its address",
            description = "Who asked, and why, is put on record first, each time. Needs a reason.")
    CompletableFuture<State> orderWithPersonalData(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String after,
            @RequestBody Reason reason) {
        return withPersonalData(Kind.ORDERS, id, after, reason, account);
    }

    @PostMapping("/customers/{id}/personal-data")
    @Operation(
            summary = "See how a customer stood, with her name",
            description = "Who asked, and why, is put on record first, each time. Needs a reason.")
    CompletableFuture<State> customerWithPersonalData(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String after,
            @RequestBody Reason reason) {
        return withPersonalData(Kind.CUSTOMERS, id, after, reason, account);
    }

    private CompletableFuture<State> withPersonalData(
            Kind kind, String id, String after, Reason reason, Account account) {
        String known = kind.id(id, "");
        if (!after.isBlank()) {
            StateController.number(after);
        }
        return shown.forProgram(
                account,
                StateController.what(kind, known, after),
                reason.reason(),
                () -> told(kind, known, "", after, true));
    }

    private State told(Kind kind, String id, String at, String after, boolean personal) {
        StateAsOf told = archive.state(new FindStateAsOf(
                kind.thing(),
                id,
                Moment.parse("at", at),
                after.isBlank() ? null : StateController.number(after),
                personal));
        if (told.total() == 0) {
            throw new NotThere("history of " + id);
        }
        return new State(
                told.thing(),
                told.id(),
                told.counted(),
                told.total(),
                told.at(),
                told.state().isEmpty() ? null : JsonMapper.shared().readTree(told.state()),
                told.steps(),
                told.hidden());
    }
}
