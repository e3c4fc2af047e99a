package io.daybook.query.auditor;

import io.daybook.api.audit.ProviderBooks;
import io.daybook.api.audit.ProviderBooks.Entry;
import io.daybook.api.audit.ProviderBooks.ReadProviderBooks;
import io.daybook.query.auditor.EntryCheck.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes along the provider's books. */
final class BooksWalk implements Step {

    private final PaymentCheck check;
    private final Neighbours neighbours;
    private final Suspects suspects;
    private final Walks walks;
    private final AuditorSettings settings;
    private final Clock clock;
    private boolean under;
    private @Nullable String after;
    private Instant begun = Instant.EPOCH;
    private Instant notBefore = Instant.EPOCH;
    private long round;

    BooksWalk(
            PaymentCheck check,
            Neighbours neighbours,
            Suspects suspects,
            Walks walks,
            AuditorSettings settings,
            Clock clock) {
        this.check = check;
        this.neighbours = neighbours;
        this.suspects = suspects;
        this.walks = walks;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return PaymentCheck.AREA;
    }

    @Override
    public boolean take() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            return false;
        }
        if (!under) {
            if (now.isBefore(begun.plus(settings.round()))) {
                return false;
            }
            begun = now;
            under = true;
            after = null;
            round++;
            walks.begin(name(), now);
        }
        ProviderBooks page = neighbours.ask(new ReadProviderBooks(after, settings.batch()), ProviderBooks.class);
        if (page == null) {
            notBefore = now.plus(settings.settle());
            walks.trouble(name(), Objects.requireNonNullElse(neighbours.trouble(), "no answer"), now);
            return true;
        }
        for (Entry each : page.payments()) {
            if (check.compare(each, round) == Outcome.LATER) {
                suspects.add(PaymentCheck.AREA, each.key());
            }
        }
        walks.looked(name(), page.payments().size(), now);
        after = page.next();
        if (after == null) {
            under = false;
            walks.end(name(), true, clock.instant());
        }
        return true;
    }
}
