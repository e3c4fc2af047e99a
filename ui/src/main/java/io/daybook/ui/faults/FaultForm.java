package io.daybook.ui.faults;

import io.daybook.api.InvalidValue;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.FaultId;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsCommand.InjectFault;
import io.daybook.api.operations.ProviderBehaviour;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an operator fills in to break something; which of the fields count depends on the kind.
 *
 * @param millis  to wait before a message is handled
 * @param seconds after which the fault ends by itself
 */
record FaultForm(
        FaultKind kind,
        @Nullable String instance,
        @Nullable String service,
        @Nullable String message,
        @Nullable Integer millis,
        @Nullable Integer percent,
        @Nullable ProviderBehaviour behaviour,
        @Nullable String view,
        @Nullable Integer seconds,
        @Nullable String reason) {

    /** @throws InvalidValue if a field that the kind needs is missing or wrong */
    InjectFault command(FaultId id, String by) {
        return new InjectFault(
                ControlsId.ALL,
                id,
                fault(),
                Duration.ofSeconds(given("seconds", seconds)),
                reason == null ? "" : reason,
                by);
    }

    private Fault fault() {
        return switch (kind) {
            case CRASH -> new Fault.Crash(new InstanceName(given("instance", instance)));
            case LATENCY ->
                new Fault.Latency(given("service", service), message, Duration.ofMillis(given("millis", millis)));
            case ERRORS -> new Fault.Errors(given("service", service), message, given("percent", percent));
            case PROVIDER -> new Fault.ProviderTrouble(given("behaviour", behaviour));
            case VIEW_PAUSED -> new Fault.ViewPause(given("view", view));
        };
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidValue(field, "must be given");
        }
        return value;
    }
}
