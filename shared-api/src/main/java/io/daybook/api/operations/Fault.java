package io.daybook.api.operations;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.daybook.api.Require;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an operator breaks on purpose. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fault.Crash.class, name = "CRASH"),
    @JsonSubTypes.Type(value = Fault.Latency.class, name = "LATENCY"),
    @JsonSubTypes.Type(value = Fault.Errors.class, name = "ERRORS"),
    @JsonSubTypes.Type(value = Fault.ProviderTrouble.class, name = "PROVIDER"),
    @JsonSubTypes.Type(value = Fault.ViewPause.class, name = "VIEW_PAUSED")
})
public sealed interface Fault {

    Duration MOST_LATENCY = Duration.ofSeconds(30);
    Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    /**
     * An instance dies at once, in the middle of whatever it does. What it has not written is lost, and nobody gets an
     * answer from it. One of several in a JVM is started again when the fault ends; one with a JVM of its own, by whatever
     * watches over its process.
     */
    record Crash(InstanceName instance) implements Fault {}

    /**
     * Each message waits before it is handled.
     *
     * @param service whose instances it concerns
     * @param message simple name of the commands, queries or events; all when missing
     * @param delay   up to 30 seconds
     */
    record Latency(String service, @Nullable String message, Duration delay) implements Fault {
        public Latency {
            Require.matching("service", service, NAME, "must name a service");
            message = messageName(message);
            Require.that(
                    delay != null && delay.toMillis() > 0 && delay.compareTo(MOST_LATENCY) <= 0,
                    "delay",
                    "must be between 1 ms and 30 s");
        }
    }

    /**
     * Handlers fail before they have done anything.
     *
     * @param service whose instances it concerns
     * @param message simple name of the commands, queries or events; all when missing
     * @param percent of all messages, 1 to 100
     */
    record Errors(String service, @Nullable String message, int percent) implements Fault {
        public Errors {
            Require.matching("service", service, NAME, "must name a service");
            message = messageName(message);
            Require.between("percent", percent, 1, 100);
        }
    }

    /** The payment provider misbehaves, as far as anybody here can tell. */
    record ProviderTrouble(ProviderBehaviour behaviour) implements Fault {
        public ProviderTrouble {
            Require.that(behaviour != null, "behaviour", "must be DECLINING, SLOW, HANGING or DOWN");
        }
    }

    /** A view learns nothing new. */
    record ViewPause(String view) implements Fault {
        public ViewPause {
            Require.matching("view", view, NAME, "must name a view");
        }
    }

    private static @Nullable String messageName(@Nullable String message) {
        return message == null || message.isBlank()
                ? null
                : Require.matching("message", message.strip(), NAME, "must be the name of a command, query or event");
    }
}
