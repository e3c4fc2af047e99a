package io.daybook.history.axonserver;

import io.axoniq.axonserver.connector.ResultStream;
import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.EventQueryResultEntry;
import io.axoniq.axonserver.grpc.event.Event;
import io.daybook.history.HistoryFailure;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which aggregates have snapshots. An Axon Server can be asked for those of one aggregate only; which ones there are is
 * found out with its query language, page by page, as it answers large questions incompletely.
 */
final class SnapshotIndex {

    private static final int PAGE = 2_000;
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final String QUERY = "token >= %d | token < %d | select(token, aggregateIdentifier) | limit(%d)";

    private final Connection connection;

    SnapshotIndex(Connection connection) {
        this.connection = connection;
    }

    /** All of them, in memory: there are far fewer than events. */
    Set<String> aggregates() {
        Set<String> aggregates = new LinkedHashSet<>();
        long from = 0;
        while (page(from, aggregates) > 0) {
            from += PAGE;
        }
        return aggregates;
    }

    private int page(long from, Set<String> aggregates) {
        String query = QUERY.formatted(from, from + PAGE, PAGE);
        int found = 0;
        try (ResultStream<EventQueryResultEntry> answers = connection.events().querySnapshotEvents(query, false)) {
            EventQueryResultEntry answer = next(answers);
            while (answer != null) {
                aggregates.add(answer.getValueAsString("aggregateIdentifier"));
                found++;
                answer = next(answers);
            }
        }
        return found;
    }

    /** The next answer; null after the last one. */
    private @Nullable EventQueryResultEntry next(ResultStream<EventQueryResultEntry> answers) {
        try {
            EventQueryResultEntry answer = answers.nextIfAvailable(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            if (answer != null) {
                return answer;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HistoryFailure("Interrupted", stopping);
        }
        if (answers.getError().isPresent()) {
            throw connection.failure(answers.getError().get());
        } else if (!answers.isClosed()) {
            throw new HistoryFailure("The Axon Server does not say within %d seconds which snapshots it has"
                    .formatted(ANSWER.toSeconds()));
        }
        return null;
    }

    /** The newest snapshot of an aggregate that has one. */
    Event newestOf(String aggregate) {
        AggregateEventStream found = connection.events().loadSnapshots(aggregate, Long.MAX_VALUE, 1);
        try {
            if (found.hasNext()) {
                return found.next();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HistoryFailure("Interrupted", stopping);
        } catch (RuntimeException failure) {
            throw connection.failure(failure);
        }
        throw new HistoryFailure("The snapshot of %s has gone while it was to be read".formatted(aggregate));
    }
}
