package io.daybook.ui.consistency;

import io.daybook.api.InvalidValue;
import io.daybook.api.catalog.Sku;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.ChangeStockConsistency;
import io.daybook.api.operations.StockConsistency;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.ViewUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How fresh stock is shown: the choice, and what it costs. */
@Controller
class ConsistencyController {

    private static final String PAGE = "/staff/operations/consistency";

    private final ConsistencyBoard board;
    private final StockProbe probe;
    private final DecidedControls controls;
    private final LiveStreams streams;
    private final Decisions decisions;

    ConsistencyController(
            ConsistencyBoard board,
            StockProbe probe,
            DecidedControls controls,
            LiveStreams streams,
            Decisions decisions) {
        this.board = board;
        this.probe = probe;
        this.controls = controls;
        this.streams = streams;
        this.decisions = decisions;
    }

    @GetMapping(PAGE)
    String show(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        model.addAllAttributes(board.now());
        model.addAttribute("inForce", controls.now().stockConsistency());
        return "staff/consistency";
    }

    @GetMapping(path = PAGE + "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal @Nullable Account visitor) {
        Access.staff(visitor, Role.OPERATOR);
        return streams.follow(board.sampler());
    }

    @PostMapping(PAGE)
    String change(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam StockConsistency consistency,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> new ChangeStockConsistency(ControlsId.ALL, consistency, reason, by),
                "Stock is shown by “%s”, everywhere within a second.".formatted(Choice.name(consistency)),
                flash);
        return "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/measurements")
    String measure(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam(defaultValue = "") String sku,
            RedirectAttributes flash) {
        Access.staff(visitor, Role.OPERATOR);
        try {
            if (!sku.isBlank()) {
                probe.watch(new Sku(sku));
            }
            probe.measure();
        } catch (InvalidValue invalid) {
            new Notice("bad", String.valueOf(invalid.getMessage())).flash(flash);
        } catch (ViewUnavailable away) {
            new Notice("unclear", "The catalogue cannot be asked which product to read. Try again.").flash(flash);
        }
        return "redirect:" + PAGE;
    }
}
