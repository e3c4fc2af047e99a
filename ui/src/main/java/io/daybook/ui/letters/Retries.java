package io.daybook.ui.letters;

import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.Outcome;
import java.util.List;

/**
 * What became of having everything tried again.
 *
 * @param total sequences that wait; more than were sent when not all are shown
 */
record Retries(long total, List<Outcome> outcomes) {

    Notice notice() {
        List<String> refusals = outcomes.stream()
                .filter(Outcome.Refused.class::isInstance)
                .map(outcome -> ((Outcome.Refused) outcome).reason())
                .toList();
        long done = outcomes.stream().filter(Outcome.Done.class::isInstance).count();
        long unclear = outcomes.size() - refusals.size() - done;
        StringBuilder text = new StringBuilder(
                done == total ? "All of it is tried again" : "%d of %d are tried again".formatted(done, total));
        if (!refusals.isEmpty()) {
            text.append("; %d refused: %s".formatted(refusals.size(), refusals.get(0)));
        }
        if (unclear > 0) {
            text.append("; %d not answered yet".formatted(unclear));
        }
        if (done == outcomes.size()) {
            text.append("; what fails again stays here.");
        }
        return new Notice(refusals.isEmpty() ? (unclear == 0 ? "good" : "unclear") : "bad", text.toString());
    }
}
