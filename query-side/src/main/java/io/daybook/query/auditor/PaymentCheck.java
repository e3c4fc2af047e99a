package io.daybook.query.auditor;

import io.daybook.api.audit.DriftKind;
import io.daybook.api.audit.Finding.Difference;
import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.ProviderBooks;
import io.daybook.api.audit.ProviderBooks.Entry;
import io.daybook.api.audit.ProviderBooks.ReadProviderPayment;
import io.daybook.api.audit.Remedy;
import io.daybook.query.auditor.EntryCheck.Outcome;
import io.daybook.query.auditor.PaymentByLog.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Compares a payment with what the provider has in its books. One that is under way, or whose last event is younger than
 * some seconds, is left alone.
 */
final class PaymentCheck {

    static final String AREA = "payments";

    private static final long LOOKED = 1;
    private static final Set<String> MONEY = Set.of("AUTHORIZED", "CAPTURED", "CAPTURE_FAILED");

    private final Streams log;
    private final FindingStore findings;
    private final Verified verified;
    private final Neighbours neighbours;
    private final Duration settle;
    private final Clock clock;

    PaymentCheck(
            Streams log,
            FindingStore findings,
            Verified verified,
            Neighbours neighbours,
            Duration settle,
            Clock clock) {
        this.log = log;
        this.findings = findings;
        this.verified = verified;
        this.neighbours = neighbours;
        this.settle = settle;
        this.clock = clock;
    }

    /** An entry of the books, as it was some moments ago. */
    Outcome compare(Entry there, long round) throws InterruptedException {
        PaymentByLog here;
        try {
            here = PaymentByLog.of(log.readOnce(there.key()));
        } catch (UnfitEvent unfit) {
            return Outcome.UNKNOWN;
        }
        if (agree(here, there)) {
            verified.put(AREA, there.key(), LOOKED, round);
            findings.fine(FindingId.of(AREA, there.key()));
            return Outcome.RIGHT;
        }
        return lookClosely(there.key());
    }

    /** Whether its entry was seen in the books, so that it need not be asked for. */
    boolean seen(String key, long round) {
        return verified.holds(AREA, key, LOOKED, round);
    }

    /** Asks the provider for this one, between two looks into the log that must not differ. */
    Outcome lookClosely(String key) throws InterruptedException {
        List<Happened> events;
        try {
            events = log.read(key, 0);
        } catch (UnfitEvent unfit) {
            return Outcome.UNKNOWN;
        }
        PaymentByLog here = PaymentByLog.of(events);
        if (here.standing() == Standing.UNDER_WAY || isYoung(events)) {
            return Outcome.LATER;
        }
        ProviderBooks answer = neighbours.ask(new ReadProviderPayment(key), ProviderBooks.class);
        if (answer == null || log.length(key) != events.size()) {
            return Outcome.LATER;
        }
        Entry there = answer.payments().isEmpty() ? null : answer.payments().get(0);
        if (there == null ? !here.standing().mustBeThere() : agree(here, there)) {
            findings.fine(FindingId.of(AREA, key));
            return Outcome.RIGHT;
        }
        wrong(key, here, there, events);
        return Outcome.WRONG;
    }

    private boolean isYoung(List<Happened> events) {
        Instant rested = clock.instant().minus(settle);
        return !events.isEmpty() && !events.get(events.size() - 1).at().isBefore(rested);
    }

    private static boolean agree(PaymentByLog here, Entry there) {
        return here.standing().agreesWith(there.standing()) && sameAmount(here.amount(), there);
    }

    private static boolean sameAmount(@Nullable Money amount, Entry there) {
        return amount == null || there.amount() == null || amount.isEqual(there.amount());
    }

    private void wrong(String key, PaymentByLog here, @Nullable Entry there, List<Happened> events) {
        verified.forget(AREA, key);
        boolean money = there != null && MONEY.contains(there.standing());
        DriftKind kind;
        String note;
        List<Remedy> remedies = List.of();
        if (there == null) {
            kind = DriftKind.PAYMENT_MISSING;
            note = "The provider does not know the payment, which is %s by the log.".formatted(here.standing());
        } else if (here.standing() == Standing.NONE) {
            kind = DriftKind.PAYMENT_UNKNOWN;
            note = "The provider has the payment %s, and the log knows nothing of it.".formatted(there.standing());
            remedies = money && isOurs(key) ? List.of(Remedy.GIVE_BACK) : List.of();
        } else if (here.standing().agreesWith(there.standing())) {
            kind = DriftKind.PAYMENT_AMOUNT;
            note = "The payment is of %s by the log, and of %s at the provider."
                    .formatted(here.amount(), there.amount());
        } else {
            kind = DriftKind.PAYMENT_STATE;
            note = "The payment is %s by the log, and %s at the provider.".formatted(here.standing(), there.standing());
            if (here.standing() == Standing.CAPTURED && there.standing().equals("AUTHORIZED")) {
                remedies = List.of(Remedy.CAPTURE_AGAIN);
            } else if (money && !here.standing().hasMoney()) {
                remedies = List.of(Remedy.GIVE_BACK);
            }
        }
        findings.found(
                FindingId.of(AREA, key),
                kind,
                AREA,
                key,
                note,
                List.of(
                        new Difference("standing", here.standing().name(), there == null ? null : there.standing()),
                        new Difference("amount", text(here.amount()), there == null ? null : text(there.amount()))),
                events,
                remedies);
    }

    private static boolean isOurs(String key) {
        return key.matches("payment-[A-Za-z0-9-]{1,64}");
    }

    private static @Nullable String text(@Nullable Money money) {
        return money == null ? null : money.toString();
    }
}
