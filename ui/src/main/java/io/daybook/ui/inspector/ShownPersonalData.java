package io.daybook.ui.inspector;

import io.daybook.api.InvalidValue;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.ShowPersonalData;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows personal data to those who do not usually see it: once for each reason that they give, and only after it is on
 * record.
 */
final class ShownPersonalData {

    private static final String SHOWN = "personalDataShown";

    private final Commands pages;
    private final CommandGateway programs;

    ShownPersonalData(Commands pages, CommandGateway programs) {
        this.pages = pages;
        this.programs = programs;
    }

    /** For a page: the next one that is shown, and no other, shows it. */
    void onNextPage(Account account, String what, String reason, RedirectAttributes flash) {
        try {
            Outcome outcome = pages.send(new ShowPersonalData(ControlsId.ALL, what, reason, account.email()));
            if (outcome instanceof Outcome.Done) {
                flash.addFlashAttribute(SHOWN, true);
                new Notice("good", "Shown once. That you have seen it, and why, is on record.").flash(flash);
            } else {
                new Notice("bad", "It could not be put on record, so it is not shown. Please try again.").flash(flash);
            }
        } catch (InvalidValue invalid) {
            new Notice("bad", String.valueOf(invalid.getMessage())).flash(flash);
        }
    }

    /** Whether this page shows it: for who sees it anyway, or who has just given a reason. */
    static boolean on(Model model, Account account) {
        return Archive.seesPersonalData(account) || Boolean.TRUE.equals(model.getAttribute(SHOWN));
    }

    /** For a program: answers once it is on record. */
    <T> CompletableFuture<T> forProgram(Account account, String what, @Nullable String reason, Supplier<T> answer) {
        if (reason == null) {
            throw new BadFields("reason", "must be given");
        }
        return programs.<@Nullable Object>send(new ShowPersonalData(ControlsId.ALL, what, reason, account.email()))
                .thenApply(done -> answer.get());
    }
}
