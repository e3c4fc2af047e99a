package io.daybook.ui.tiers;

import io.daybook.api.InvalidValue;
import io.daybook.api.customer.CustomerCommand.ReturnTier;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.ChangeTierThreshold;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.http.MoneyText;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes the threshold of the tier policy, and leaves customers to it. */
@Controller
class TiersController {

    private final Commands commands;
    private final Decisions decisions;

    TiersController(Commands commands, Decisions decisions) {
        this.commands = commands;
        this.decisions = decisions;
    }

    @PostMapping("/staff/tiers")
    String changeThreshold(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam String vipFrom,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> new ChangeTierThreshold(
                        ControlsId.ALL,
                        MoneyText.read(vipFrom)
                                .orElseThrow(() -> new InvalidValue("vipFrom", "must be an amount such as 4500.00")),
                        reason,
                        by),
                "Everybody is judged by the new amount, within seconds.",
                flash);
        return "redirect:/staff/customers";
    }

    @PostMapping("/staff/customers/{id}/tier/return")
    String leaveToThePolicy(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR).email();
        try {
            Notice.of(
                            commands.send(new ReturnTier(new CustomerId(id), reason, by)),
                            "The tier follows from what the customer has spent, within seconds.")
                    .flash(flash);
        } catch (InvalidValue wrong) {
            new Notice("bad", String.valueOf(wrong.getMessage())).flash(flash);
        }
        return "redirect:/staff/customers/" + id;
    }
}
