package io.daybook.query.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.daybook.api.audit.DriftKind;
import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.FindingState;
import io.daybook.api.audit.Remedy;
import io.daybook.api.operations.OperationsEvent.RepairDecided;
import io.daybook.api.payment.PaymentCommand.GiveBack;
import io.daybook.query.Log;
import io.daybook.query.projection.ViewDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepairsTest {

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private final List<String> given = new ArrayList<>();
    private MongoServer server;
    private ViewDatabase database;
    private FindingStore findings;
    private boolean away;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", 0);
        database = ViewDatabase.open(server.getConnectionString() + "/views", Duration.ofSeconds(5));
        findings = new FindingStore(database, Clock.systemUTC());
        commands.subscribe(GiveBack.class.getName(), message -> {
            given.add(((GiveBack) message.getPayload()).orderId().value());
            return null;
        });
        List.of("one", "two").forEach(this::find);
    }

    @AfterEach
    void stop() {
        database.close();
        server.shutdownNow();
    }

    /** Of an area that is not looked at here, so that it stays open. */
    private void find(String order) {
        findings.found(
                FindingId.of("books", order),
                DriftKind.MONEY_WITHOUT_ORDER,
                "books",
                order,
                "",
                List.of(),
                List.of(),
                List.of(Remedy.GIVE_BACK));
    }

    private Repairs started() {
        Streams streams = new Streams(store, new UnfitEvents());
        return new Repairs(
                store,
                findings,
                Map.of(),
                new EntryRepair(streams, new Pauses()),
                new Look(Map.of(), null, null, null, null, findings),
                () -> {
                    if (away) {
                        throw new RejectedExecutionException("away");
                    }
                    return DefaultCommandGateway.builder().commandBus(commands).build();
                },
                Duration.ofSeconds(5));
    }

    @Test
    void a_decision_that_fails_is_carried_out_later_with_those_behind_it() throws InterruptedException {
        Repairs repairs = started();
        decide("one");
        decide("two");
        away = true;
        assertThatThrownBy(() -> repairs.take(true)).isInstanceOf(RejectedExecutionException.class);

        away = false;
        repairs.take(true);

        assertThat(given).containsExactly("one", "two");
    }

    @Test
    void a_decision_that_has_been_carried_out_is_not_again_after_a_start_and_a_new_one_is()
            throws InterruptedException {
        decide("one");
        started().take(true);
        started().take(true);
        assertThat(given).containsExactly("one");

        decide("one");
        started().take(true);
        assertThat(given).containsExactly("one", "one");
    }

    @Test
    void what_another_instance_finds_right_before_the_repair_is_noted_was_repaired() {
        FindingId id = FindingId.of("books", "one");

        findings.fine(id);
        assertThat(state(id)).isEqualTo(FindingState.GONE);
        findings.decided(id, 0, null);

        assertThat(state(id)).isEqualTo(FindingState.REPAIRED);
    }

    private FindingState state(FindingId id) {
        return Objects.requireNonNull(findings.find(id)).state();
    }

    private void decide(String order) {
        new Log(store).append(new RepairDecided(FindingId.of("books", order), Remedy.GIVE_BACK, "test", "olga"));
    }
}
