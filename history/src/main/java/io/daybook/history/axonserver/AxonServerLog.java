package io.daybook.history.axonserver;

import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.daybook.history.Counts;
import io.daybook.history.EventLog;
import io.daybook.history.HistoryFailure;
import io.daybook.history.StoredEvent;
import io.daybook.history.StoredMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The log in one context of an Axon Server. It numbers events itself, from 0 on in the order in which they are appended. */
final class AxonServerLog implements EventLog {

    private static final int EVENTS_UNDER_WAY = 2_000;
    private static final Duration NEXT_EVENT = Duration.ofSeconds(30);

    private final Connection connection;
    private final SnapshotIndex snapshots;
    private final String name;

    private AxonServerLog(Connection connection, String name) {
        this.connection = connection;
        this.snapshots = new SnapshotIndex(connection);
        this.name = name;
    }

    /** @throws io.daybook.history.Unreachable if the server does not answer, or does not let this process in */
    static EventLog open(ServerAddress address) {
        return new AxonServerLog(Connection.open(address), "Axon Server's '%s'".formatted(address.context()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Counts counts() {
        return new Counts(last() - beforeFirst(), snapshots.aggregates().size());
    }

    /** The position before the oldest event, which is what the server calls the first token. */
    private long beforeFirst() {
        return connection.await(connection.events().getFirstToken());
    }

    /** The position of the newest event; that before the oldest when there is none. */
    private long last() {
        return connection.await(connection.events().getLastToken());
    }

    @Override
    public Optional<String> content() {
        Counts counts = counts();
        return counts.events() == 0 && counts.snapshots() == 0 ? Optional.empty() : Optional.of(counts.toString());
    }

    @Override
    public void readEvents(Consumer<StoredEvent> sink) {
        long last = last();
        long position = beforeFirst();
        try (EventStream stream = connection.events().openStream(position, EVENTS_UNDER_WAY, EVENTS_UNDER_WAY / 2)) {
            while (position < last) {
                EventWithToken event = next(stream);
                position = event.getToken();
                sink.accept(Translation.toFile(event));
            }
        }
    }

    private EventWithToken next(EventStream stream) {
        try {
            EventWithToken event = stream.nextIfAvailable(NEXT_EVENT.toMillis(), TimeUnit.MILLISECONDS);
            if (event != null) {
                return event;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HistoryFailure("Interrupted", stopping);
        }
        throw connection.failure(stream.getError()
                .orElseGet(() ->
                        new IllegalStateException("no event within %d seconds".formatted(NEXT_EVENT.toSeconds()))));
    }

    @Override
    public void readSnapshots(Consumer<StoredMessage> sink) {
        for (String aggregate : snapshots.aggregates()) {
            sink.accept(Translation.toFile(snapshots.newestOf(aggregate)));
        }
    }

    @Override
    public void appendEvents(List<StoredEvent> events) {
        AppendEventsTransaction transaction = connection.events().startAppendEventsTransaction();
        for (StoredEvent event : events) {
            transaction.appendEvent(Translation.toServer(event.message()));
        }
        confirm(connection.await(transaction.commit()));
    }

    @Override
    public void appendSnapshots(List<StoredMessage> batch) {
        List<CompletableFuture<Confirmation>> answers = new ArrayList<>(batch.size());
        for (StoredMessage snapshot : batch) {
            answers.add(connection.events().appendSnapshot(Translation.toServer(snapshot)));
        }
        answers.forEach(answer -> confirm(connection.await(answer)));
    }

    private static void confirm(Confirmation confirmation) {
        if (!confirmation.getSuccess()) {
            throw new HistoryFailure("The Axon Server has not stored what it was given, and does not say why");
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
