package io.daybook.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the provider makes of a call, given what its books say. Nothing here reads or writes anything. */
final class PaymentRules {

    static final String VOIDED_BEFORE = "voided before authorization";

    private PaymentRules() {}

    static Outcome decide(@Nullable Payment known, Call call) {
        if (call instanceof Call.Authorize authorize) {
            return authorize(known, authorize);
        }
        if (call instanceof Call.Capture) {
            return capture(known);
        }
        if (call instanceof Call.Release) {
            return release(known, call.key());
        }
        if (call instanceof Call.Refund) {
            return refund(known, call.key());
        }
        return known == null ? unknown() : new Outcome.Answer(200, known, null);
    }

    private static Outcome authorize(@Nullable Payment known, Call.Authorize call) {
        if (call.card() == TestCard.HANG && !call.refuse()) {
            return new Outcome.Silence(null);
        }
        if (call.card() == TestCard.ERROR && !call.refuse()) {
            return new Outcome.Note(500, "this card always fails");
        }
        if (known != null) {
            return authorizeAgain(known, call);
        }
        if (call.refuse()) {
            return booked(fresh(call, Status.DECLINED, "declined by the provider"));
        }
        return switch (call.card()) {
            case DECLINE -> booked(fresh(call, Status.DECLINED, "insufficient funds"));
            case SLOW ->
                call.waited() ? booked(fresh(call, Status.AUTHORIZED, null)) : new Outcome.Later(call.afterWaiting());
            case LOST_ANSWER -> new Outcome.Silence(fresh(call, Status.AUTHORIZED, null));
            default -> booked(fresh(call, Status.AUTHORIZED, null));
        };
    }

    private static Outcome authorizeAgain(Payment known, Call.Authorize call) {
        if (known.isTombstone()) {
            return new Outcome.Answer(200, known.become(Status.DECLINED, VOIDED_BEFORE), null);
        }
        if (!known.isFor(call)) {
            return new Outcome.Answer(
                    409, known.become(known.status(), "asked for with another amount, currency or card"), null);
        }
        boolean answerIsLost = known.card() == TestCard.LOST_ANSWER && known.status() != Status.DECLINED;
        return answerIsLost ? new Outcome.Silence(null) : new Outcome.Answer(200, known, null);
    }

    private static Payment fresh(Call.Authorize call, Status status, @Nullable String reason) {
        String reference = status == Status.AUTHORIZED
                ? UUID.nameUUIDFromBytes(call.key().getBytes(StandardCharsets.UTF_8))
                        .toString()
                : null;
        return new Payment(call.key(), status, call.amount(), call.currency(), call.card(), reference, reason, false);
    }

    private static Outcome capture(@Nullable Payment known) {
        if (known == null) {
            return unknown();
        }
        return switch (known.status()) {
            case AUTHORIZED ->
                known.card() != null && known.card().refusesCapture()
                        ? booked(known.become(Status.CAPTURE_FAILED, "the bank refused to pay out"))
                        : booked(known.become(Status.CAPTURED));
            case CAPTURED, CAPTURE_FAILED -> new Outcome.Answer(200, known, null);
            case DECLINED, VOIDED, REFUNDED -> new Outcome.Answer(409, known, null);
        };
    }

    private static Outcome release(@Nullable Payment known, String key) {
        if (known == null) {
            return booked(Payment.tombstone(key));
        }
        return switch (known.status()) {
            case AUTHORIZED, CAPTURE_FAILED ->
                known.card() == TestCard.VOID_ERROR && !known.mended()
                        ? new Outcome.Note(500, "the hold on this card cannot be removed until the sandbox is mended")
                        : booked(known.become(Status.VOIDED));
            case DECLINED -> booked(known.become(Status.VOIDED));
            case VOIDED, REFUNDED -> new Outcome.Answer(200, known, null);
            case CAPTURED -> new Outcome.Answer(409, known, null);
        };
    }

    private static Outcome refund(@Nullable Payment known, String key) {
        if (known != null && known.status() == Status.CAPTURED) {
            return booked(known.become(Status.REFUNDED));
        }
        return release(known, key);
    }

    private static Outcome booked(Payment payment) {
        return new Outcome.Answer(200, payment, payment);
    }

    private static Outcome unknown() {
        return new Outcome.Note(404, "no such payment");
    }
}
