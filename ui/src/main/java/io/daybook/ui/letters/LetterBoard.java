package io.daybook.ui.letters;

import io.daybook.api.operations.DeadLetters.DeadSequence;
import io.daybook.api.operations.DeadLetters.FindDeadLetters;
import io.daybook.api.operations.DeadLetters.Found;
import io.daybook.api.operations.DeadLetters.ListDeadLetters;
import io.daybook.ui.pages.PageSettings;
import io.daybook.ui.pages.ViewUnavailable;
import io.daybook.ui.pages.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Asks all who put events aside: the views, and the orchestrators for what lies beside the sagas. */
public final class LetterBoard {

    private static final int SHOWN = 200;

    private final Views views;
    private final CommandGateway commands;
    private final PageSettings settings;

    LetterBoard(Views views, CommandGateway commands, PageSettings settings) {
        this.views = views;
        this.commands = commands;
        this.settings = settings;
    }

    /**
     * Everything that was put aside, as far as it is known now.
     *
     * @param total   number of sequences
     * @param missing who did not answer; empty when all did
     */
    public record Letters(List<DeadSequence> sequences, long total, List<String> missing) {

        /** Of one processing group. */
        List<DeadSequence> of(String group) {
            return sequences.stream().filter(each -> each.group().equals(group)).toList();
        }
    }

    public Letters now() {
        List<DeadSequence> sequences = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        long total = 0;
        CompletableFuture<Found> beside = listed();
        try {
            Found found = views.ask(new FindDeadLetters(SHOWN), Found.class);
            sequences.addAll(found.sequences());
            total += found.total();
        } catch (ViewUnavailable away) {
            missing.add("the views");
        }
        try {
            Found found = Views.await(ListDeadLetters.class, beside, settings.answerWithin());
            sequences.addAll(found.sequences());
            total += found.total();
        } catch (ViewUnavailable away) {
            missing.add("fulfilment and the payment gateway");
        }
        return new Letters(sequences, total, missing);
    }

    private CompletableFuture<Found> listed() {
        try {
            return commands.send(ListDeadLetters.all(SHOWN));
        } catch (RuntimeException notSent) {
            return CompletableFuture.failedFuture(notSent);
        }
    }
}
