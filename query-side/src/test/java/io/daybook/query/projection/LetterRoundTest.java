package io.daybook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.daybook.api.MessageJson;
import io.daybook.api.operations.OperationsEvent.DeadLetterDropped;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LetterRoundTest {

    private static final Serializer SERIALIZER = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(new MessageJson())
            .build();

    private MongoServer server;
    private MongoClient client;
    private ViewDatabase database;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", 0);
        client = MongoClients.create(server.getConnectionString());
        database = new ViewDatabase(client, client.getDatabase("views"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void a_batch_that_is_seen_again_holds_up_nothing_that_stands_before_the_letter_and_keeps_its_cause() {
        LetterRound first = round();
        first.park(event("a", 2), new IllegalStateException("broken"));
        first.park(event("a", 3), null);
        first.folded();

        LetterRound again = round();
        assertThat(again.holds(event("a", 1))).isFalse();
        assertThat(again.holds(event("b", 4))).isFalse();
        assertThat(again.holds(event("a", 2))).isTrue();
        again.park(event("a", 2), null);
        assertThat(again.holds(event("a", 3))).isTrue();
        again.park(event("a", 3), null);
        again.folded();

        assertThat(letters()).extracting(Letter::position).containsExactly(2L, 3L);
        assertThat(letters().get(0).cause()).contains("broken");
    }

    @Test
    void what_a_fold_refuses_waits_with_what_follows_of_its_owner() {
        LetterRound round = round();
        assertThat(round.admits(event("a", 1))).isTrue();
        round.refused(event("a", 1), new IllegalStateException("broken"));

        assertThat(round.admits(event("a", 2))).isFalse();
        assertThat(round.admits(event("b", 3))).isTrue();
        round.folded();

        assertThat(letters()).extracting(Letter::position).containsExactly(1L, 2L);
    }

    @Test
    void a_store_that_is_out_of_reach_is_not_the_events_fault() {
        LetterRound round = round();
        EventStoreException away = new EventStoreException("out of reach");

        assertThatThrownBy(() -> round.refused(event("a", 1), away)).isSameAs(away);
        round.folded();

        assertThat(letters()).isEmpty();
    }

    @Test
    void a_decision_is_about_what_stood_before_it() throws Exception {
        LetterRound first = round();
        first.park(event("a", 1), new IllegalStateException("broken"));
        first.park(event("a", 7), null);
        first.folded();

        LetterRound later = round();
        later.decide(
                new DeadLetterDropped("words", "a", null, "not needed", "olga"),
                event("controls", 5),
                letter -> assertThat(letter).isNull());
        later.folded();
        later.written();

        assertThat(letters()).extracting(Letter::position).containsExactly(7L);
    }

    private LetterRound round() {
        return new LetterRound("words", new ViewLetters(database, "words"), SERIALIZER);
    }

    private List<Letter> letters() {
        return ViewLetters.find(database, "words");
    }

    private static EventMessage<?> event(String stream, long position) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>("word", stream, position, "word-" + position));
    }
}
