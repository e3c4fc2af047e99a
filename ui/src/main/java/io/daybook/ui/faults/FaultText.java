package io.daybook.ui.faults;

import io.daybook.api.operations.Fault;
import io.daybook.api.operations.InjectedFault;
import io.daybook.ui.pages.Times;
import org.jspecify.annotations.Nullable;

/**
 * An injected fault in words.
 *
 * @param what  what is broken, and how
 * @param until when it ends by itself
 */
public record FaultText(String id, String what, Times until, String by, String reason) {

    static FaultText of(InjectedFault fault) {
        return new FaultText(
                fault.id().value(), describe(fault.fault()), Times.of(fault.until()), fault.by(), fault.reason());
    }

    /** What a fault breaks, and how. */
    public static String describe(Fault fault) {
        if (fault instanceof Fault.Crash crash) {
            return "%s is dead".formatted(crash.instance());
        } else if (fault instanceof Fault.Latency latency) {
            return "%s waits %d ms before it handles %s"
                    .formatted(latency.service(), latency.delay().toMillis(), messages(latency.message()));
        } else if (fault instanceof Fault.Errors errors) {
            return "%s fails at %d %% of %s".formatted(errors.service(), errors.percent(), messages(errors.message()));
        } else if (fault instanceof Fault.ProviderTrouble trouble) {
            return switch (trouble.behaviour()) {
                case DECLINING -> "The payment provider declines every new payment";
                case SLOW -> "The payment provider is slow";
                case HANGING -> "The payment provider answers nothing";
                case DOWN -> "The payment provider is down";
            };
        } else if (fault instanceof Fault.ViewPause pause) {
            return "The view %s is paused".formatted(pause.view());
        }
        throw new IllegalArgumentException("not known: " + fault);
    }

    private static String messages(@Nullable String message) {
        return message == null ? "each message" : message;
    }
}
