package io.daybook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewUpdatesTest {

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> published = new ArrayList<>();
    private MongoServer server;
    private MongoClient client;
    private final LiveView live = new LiveView("words");
    private ViewUpdates<String, String> updates;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", 0);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(server.getConnectionString()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        commands.add(event.getCommandName());
                    }
                })
                .build());
        updates = restarted();
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    private ViewUpdates<String, String> restarted() {
        ViewUpdates<String, String> fresh = new ViewUpdates<>(
                new WordsView(published), new ViewDatabase(client, client.getDatabase("views")), live);
        fresh.resumed(-1);
        return fresh;
    }

    @Test
    void the_first_batch_after_a_restart_reads_the_newest_position_and_at_once_all_documents_it_concerns() {
        batch(0, "a+", "a1");
        updates = restarted();
        commands.clear();

        batch(2, "a2", "b+", "b1", "a3");

        assertThat(commands).containsExactly("find", "find", "update");
        assertThat(documents()).containsExactly("a: 123 at 5", "b: 1 at 4");
        assertThat(published).containsExactly("1", "123", "1");
    }

    @Test
    void what_was_written_last_is_not_read_back() {
        batch(0, "a+", "a1");
        commands.clear();

        batch(2, "a2");
        batch(3, "a3");

        assertThat(commands).containsExactly("update", "update");
        assertThat(documents()).containsExactly("a: 123 at 3");
    }

    @Test
    void a_document_opened_and_closed_within_a_batch_costs_no_write_at_all() {
        batch(0, "a+");
        commands.clear();

        batch(1, "b+", "b1", "b-", "c+", "c-");

        assertThat(commands).isEmpty();
        assertThat(documents()).containsExactly("a:  at 0");
    }

    @Test
    void a_document_that_was_written_goes_when_it_is_closed() {
        batch(0, "a+", "a1");

        batch(2, "a-");

        assertThat(documents()).isEmpty();
    }

    @Test
    void events_seen_again_in_any_portions_change_nothing() {
        batch(0, "a+", "a1", "b+", "a2");
        List<String> before = documents();
        updates = restarted();

        batch(0, "a+");
        batch(1, "a1", "b+");
        batch(3, "a2");

        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void what_an_interrupted_batch_had_written_goes_when_its_order_is_closed_in_a_larger_one() {
        batch(0, "a+", "a1"); // Written; killed before the token was stored.
        updates = restarted();

        batch(0, "a+", "a1", "a-", "b+");

        assertThat(documents()).containsExactly("b:  at 3");
    }

    @Test
    void a_writer_that_lost_its_claim_without_knowing_cannot_take_a_document_back() {
        ViewUpdates<String, String> former = updates;
        batch(0, "a+", "a1");
        updates = restarted();
        batch(2, "a2");

        updates = former;
        published.clear();
        batch(0, "a+", "a1", "b+");

        assertThat(documents()).containsExactly("a: 12 at 2", "b:  at 2");
        assertThat(published).as("what was written").containsExactly("");
    }

    @Test
    void a_write_that_fails_for_another_reason_than_being_late_fails_the_batch() {
        server.shutdownNow();
        client.close();

        assertThatThrownBy(() -> batch(0, "a+")).isInstanceOf(RuntimeException.class);
        assertThat(published).isEmpty();
    }

    private void batch(long first, String... words) {
        List<EventMessage<?>> messages = new ArrayList<>();
        for (String word : words) {
            messages.add(GenericEventMessage.asEventMessage(word));
        }
        long[] position = {first};
        List<Runnable> afterwards = new ArrayList<>();
        BatchingUnitOfWork<EventMessage<?>> batch = new BatchingUnitOfWork<>(messages);
        batch.start();
        batch.onPrepareCommit(committing -> afterwards.add(updates.write()));
        batch.onRollback(failed -> afterwards.clear());
        var result = batch.executeWithResult(() -> {
            String word = (String) batch.getMessage().getPayload();
            updates.collect(word, Instant.EPOCH, new GlobalSequenceTrackingToken(position[0]++));
            return null;
        });
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
        afterwards.forEach(Runnable::run);
    }

    private List<String> documents() {
        return client.getDatabase("views")
                .getCollection("words")
                .find()
                .sort(new Document("_id", 1))
                .map(document -> "%s: %s at %d"
                        .formatted(document.get("_id"), document.get("text"), document.getLong("position")))
                .into(new ArrayList<>());
    }
}
