package io.daybook.ui.fulfilments;

import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.FulfilmentQuery.OpenFulfilment;
import io.daybook.api.fulfilment.Step;
import io.daybook.ui.pages.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order on its way, as staff see it.
 *
 * @param sends     the commands that the step sends, whose answers it waits for
 * @param deadline  when the step is timed out at the earliest; null when it is stuck
 * @param undoable  whether all of it can still be undone
 * @param skippable whether the step can be done by hand
 */
public record FulfilmentRow(
        String orderId,
        String shortId,
        String tier,
        String step,
        String stepName,
        Times since,
        String age,
        @Nullable Times deadline,
        @Nullable String cause,
        String lastEvent,
        Times lastAt,
        String sends,
        boolean undoable,
        boolean skippable) {

    private static final int SHORT = 8;

    static FulfilmentRow of(OpenFulfilment fulfilment, DeadlineSettings deadlines, Instant now) {
        Step step = fulfilment.step();
        String id = fulfilment.orderId().value();
        boolean stuck = fulfilment.cause() != null;
        return new FulfilmentRow(
                id,
                id.substring(0, Math.min(SHORT, id.length())),
                tier(fulfilment.tier()),
                step.name().toLowerCase(Locale.UK),
                step.name(),
                Times.of(fulfilment.since()),
                age(Duration.between(fulfilment.since(), now)),
                stuck ? null : Times.of(fulfilment.since().plus(deadlines.of(step))),
                fulfilment.cause(),
                fulfilment.lastEvent(),
                Times.of(fulfilment.lastAt()),
                sends(step),
                step != Step.COMPENSATION && step != Step.DISPATCH,
                stuck && (step == Step.COMPENSATION || step == Step.DISPATCH));
    }

    private static String tier(@Nullable Tier tier) {
        if (tier == null) {
            return "–";
        }
        return tier == Tier.VIP ? "VIP" : "Standard";
    }

    private static String sends(Step step) {
        return switch (step) {
            case PAYMENT -> "AuthorizePayment";
            case STOCK -> "ReserveStock";
            case CAPTURE -> "CapturePayment";
            case CONFIRMATION -> "ConfirmOrder";
            case COMPENSATION -> "VoidPayment or RefundPayment, ReleaseStock";
            case DISPATCH -> "DispatchStock";
        };
    }

    /** In the largest unit that fits, for example {@code 3 hours}. */
    static String age(Duration age) {
        if (age.toDays() > 0) {
            return counted(age.toDays(), "day");
        }
        if (age.toHours() > 0) {
            return counted(age.toHours(), "hour");
        }
        return age.toMinutes() > 0
                ? counted(age.toMinutes(), "minute")
                : counted(Math.max(0, age.toSeconds()), "second");
    }

    private static String counted(long count, String unit) {
        return count == 1 ? "1 " + unit : count + " " + unit + "s";
    }
}
