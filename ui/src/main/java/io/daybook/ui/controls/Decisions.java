package io.daybook.ui.controls;

import io.daybook.api.InvalidValue;
import io.daybook.api.operations.OperationsCommand;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what an operator decides on a page, or by a program, to the record. */
public final class Decisions {

    private final Commands pages;
    private final CommandGateway programs;

    Decisions(Commands pages, CommandGateway programs) {
        this.pages = pages;
        this.programs = programs;
    }

    /** For a page: the next one begins with what became of it, or with what is wrong with the form. */
    public void decide(Supplier<? extends OperationsCommand> form, String whenDone, RedirectAttributes flash) {
        try {
            Notice.of(pages.send(form.get()), whenDone).flash(flash);
        } catch (InvalidValue invalid) {
            new Notice("bad", String.valueOf(invalid.getMessage())).flash(flash);
        }
    }

    /** For a page that decides about many at once: what became of one of them. */
    public Outcome decide(OperationsCommand decision) {
        return pages.send(decision);
    }

    /** For a program: answered with 204 once all are on record, one after the other. */
    public CompletableFuture<ResponseEntity<Void>> decide(List<? extends OperationsCommand> decisions) {
        CompletableFuture<@Nullable Object> sent = CompletableFuture.completedFuture(null);
        for (OperationsCommand decision : decisions) {
            sent = sent.thenCompose(done -> programs.<@Nullable Object>send(decision));
        }
        return sent.thenApply(done -> ResponseEntity.noContent().build());
    }
}
