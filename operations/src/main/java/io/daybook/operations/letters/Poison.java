package io.daybook.operations.letters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.AxonTransientException;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.SerializationException;

/**
 * Tells a failure that lies in the event, and would come again with it, from one of the machinery around it, which passes: a
 * store or a bus that is out of reach, a lost race, a fault that was injected. Only the first has an event put aside.
 */
public final class Poison {

    private static final List<Class<? extends Throwable>> PASSING = List.of(
            AxonTransientException.class,
            EventStoreException.class,
            UnableToClaimTokenException.class,
            CommandExecutionException.class,
            NoHandlerForCommandException.class,
            IOException.class,
            TimeoutException.class,
            InterruptedException.class,
            RejectedExecutionException.class);

    /** What drivers and connectors throw; their classes are not known here. */
    private static final List<String> OF_STORES = List.of(
            "com.mongodb.",
            "java.sql.",
            "org.sqlite.",
            "org.postgresql.",
            "com.zaxxer.",
            "io.grpc.",
            "io.axoniq.",
            "org.axonframework.axonserver.",
            "org.axonframework.common.jdbc.");

    /** What readers of JSON say of a source that they do not show. */
    private static final Pattern SOURCE = Pattern.compile("\\s*at \\[Source: [^;\\]]*; ([^\\]]*)\\]");

    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 20;

    private Poison() {}

    /** Whether the event is to be put aside. */
    public static boolean is(Throwable failure) {
        List<Throwable> causes = causes(failure);
        // What cannot be read stays so, although a reader may have said it as a failure of input.
        return causes.stream().anyMatch(SerializationException.class::isInstance)
                || causes.stream().noneMatch(Poison::passes);
    }

    private static boolean passes(Throwable cause) {
        return PASSING.stream().anyMatch(kind -> kind.isInstance(cause))
                || OF_STORES.stream().anyMatch(cause.getClass().getName()::startsWith);
    }

    /** The failure as it is kept beside the event: its kind, and what it and its causes say. */
    public static ThrowableCause cause(Throwable failure) {
        return new ThrowableCause(failure.getClass().getName(), words(failure));
    }

    /** The same in one line. */
    public static String text(Throwable failure) {
        return "%s: %s".formatted(failure.getClass().getSimpleName(), words(failure));
    }

    private static String words(Throwable failure) {
        Set<String> said = causes(failure).stream()
                .map(cause -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String text = SOURCE.matcher(String.join("; because: ", said)).replaceAll(" at $1");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
