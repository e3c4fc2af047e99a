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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
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
        return started(new WordsView(published, true), true);
    }

    private ViewUpdates<String, String> startedForgettingNothing() {
        return started(new WordsView(published, false), true);
    }

    private ViewUpdates<String, String> started(View<String, String> view, boolean lazy) {
        ViewUpdates<String, String> fresh = new ViewUpdates<>(view, database(), live, lazy);
        fresh.resumed(-1);
        commands.clear();
        return fresh;
    }

    private ViewDatabase database() {
        return new ViewDatabase(client, client.getDatabase("views"));
    }

    @Test
    void the_first_batch_after_a_restart_reads_the_newest_position_and_at_once_all_documents_it_concerns() {
        batch(0, "a+", "a1");
        updates = restarted();

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

    @Test
    void documents_that_stay_are_written_when_somebody_reads() {
        updates = startedForgettingNothing();

        batch(0, "a+", "a1", "b+");
        batch(3, "a2");

        assertThat(commands).isEmpty();
        assertThat(published).containsExactly("1", "", "12");
        live.documents(database());
        live.documents(database());
        assertThat(commands).containsExactly("update");
        assertThat(documents()).containsExactly("a: 12 at 3", "b:  at 2");
    }

    @Test
    void they_are_written_before_anybody_learns_where_the_view_stands() {
        updates = startedForgettingNothing();

        batch(0, "a+", "a1");

        live.standsAt();
        assertThat(documents()).containsExactly("a: 1 at 1");
    }

    @Test
    void where_others_read_them_they_are_written_at_once() {
        updates = started(new WordsView(published, false), false);

        batch(0, "a+", "a1");

        assertThat(documents()).containsExactly("a: 1 at 1");
    }

    @Test
    void too_many_are_not_left_to_be_written() {
        updates = startedForgettingNothing();

        batch(0, each(501, "+"));

        assertThat(documents()).hasSize(501);
    }

    @Test
    void what_is_still_to_be_written_is_known_whatever_has_been_read_since() {
        batch(0, each(5_000, "+"));
        updates = startedForgettingNothing();
        batch(5_000, "a+");
        batch(5_001, each(5_000, "="));

        batch(10_001, "a1");

        live.documents(database());
        assertThat(documents()).contains("a: 1 at 10001");
    }

    /** An event for each of so many documents. */
    private static String[] each(int number, String what) {
        return IntStream.range('\u4e00', '\u4e00' + number)
                .mapToObj(document -> (char) document + what)
                .toArray(String[]::new);
    }

    @Test
    void whoever_takes_the_view_over_has_written_what_the_one_before_has_left() {
        ViewUpdates<String, String> former = startedForgettingNothing();
        updates = former;
        batch(0, "a+", "a1");

        updates = startedForgettingNothing();
        assertThat(documents()).containsExactly("a: 1 at 1");

        updates = former;
        batch(2, "a2");
        assertThat(documents())
                .as("of one that does not know that it was taken over")
                .containsExactly("a: 12 at 2");
    }

    @Test
    void what_could_not_be_written_is_still_to_be_written() {
        AtomicBoolean away = new AtomicBoolean(true);
        updates = started(new UnsteadyWords(new WordsView(published, false), away), true);
        batch(0, "a+", "a1");

        assertThatThrownBy(() -> live.documents(database())).isInstanceOf(IllegalStateException.class);
        assertThat(documents()).isEmpty();
        away.set(false);
        live.documents(database());
        assertThat(documents()).containsExactly("a: 1 at 1");
    }

    @Test
    void before_a_letter_goes_its_document_is_written() {
        ViewBatch<String, String> batch = new ViewBatch<>(new WordsView(published, false));
        batch.add("a+", Instant.EPOCH, 0);
        List<List<String>> writtenThen = new ArrayList<>();

        new ViewWriter<>(new WordsView(published, false), database().collection("words")).take(batch, new Admission() {
            @Override
            public boolean admits(Object source) {
                return true;
            }

            @Override
            public void refused(Object source, RuntimeException failure) {
                throw failure;
            }

            @Override
            public boolean awaitsDocuments() {
                return true;
            }

            @Override
            public void written() {
                writtenThen.add(documents());
            }
        });

        assertThat(writtenThen).containsExactly(List.of("a:  at 0"));
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
        batch.onPrepareCommit(committing -> afterwards.add(updates.take()));
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

    /** Cannot make documents while something is away. */
    private record UnsteadyWords(WordsView words, AtomicBoolean away) implements View<String, String> {

        @Override
        public String name() {
            return words.name();
        }

        @Override
        public String id(String event) {
            return words.id(event);
        }

        @Override
        public boolean startsAfresh(String event) {
            return words.startsAfresh(event);
        }

        @Override
        public @Nullable String fold(@Nullable String current, String event, Instant at, long position) {
            return words.fold(current, event, at, position);
        }

        @Override
        public Document write(String value) {
            if (away.get()) {
                throw new IllegalStateException("away");
            }
            return words.write(value);
        }

        @Override
        public String read(Document document) {
            return words.read(document);
        }
    }
}
