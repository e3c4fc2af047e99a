package io.daybook.ui.staff;

import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentView;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A fulfilment that cannot go on by itself, as staff see it. */
public record StuckFulfilment(String orderId, String step, String cause, String since, String age) {

    static StuckFulfilment of(FulfilmentView fulfilment, Instant now) {
        String cause = fulfilment.cause();
        return new StuckFulfilment(
                fulfilment.orderId().value(),
                fulfilment.step().name().toLowerCase(Locale.UK),
                cause == null ? "" : cause,
                fulfilment.since().toString(),
                age(Duration.between(fulfilment.since(), now)));
    }

    /** In the largest unit that fits, for example {@code 3 hours}. */
    static String age(Duration age) {
        if (age.toDays() > 0) {
            return counted(age.toDays(), "day");
        }
        if (age.toHours() > 0) {
            return counted(age.toHours(), "hour");
        }
        return age.toMinutes() > 0 ? counted(age.toMinutes(), "minute") : "less than a minute";
    }

    private static String counted(long count, String unit) {
        return count == 1 ? "1 " + unit : count + " " + unit + "s";
    }
}
