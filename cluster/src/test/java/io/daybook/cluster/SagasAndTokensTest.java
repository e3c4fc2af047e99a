package io.daybook.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.daybook.api.MessageJson;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two instances with the same sagas and tokens, batches of events, and everything that can come between. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SagasAndTokensTest {

    record Fulfilment(String order, int step) {}

    private static final AssociationValue ORDER = new AssociationValue("orderId", "o-1");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private MongoServer server;
    private StoreDatabase database;
    private Instance one;
    private Instance other;

    private final class Instance {
        final SagaDocuments sagas = new SagaDocuments(database, serializer(), Clock.systemUTC());
        final StoredLetters letters = new StoredLetters(database, serializer());
        final SagaTokenStore tokens;

        /** @param claim how long another may be silent before this one takes its claim */
        Instance(String name, Duration claim) {
            tokens = new SagaTokenStore(
                    MongoTokenStore.builder()
                            .mongoTemplate(DefaultMongoTemplate.builder()
                                    .mongoDatabase(database.database())
                                    .trackingTokensCollectionName("tokens")
                                    .build())
                            .serializer(serializer())
                            .claimTimeout(claim)
                            .nodeId(name),
                    sagas,
                    letters,
                    claim);
        }

        /** A batch of the events from one position to another. */
        UnitOfWork<?> batch(long first, long last) {
            List<EventMessage<?>> events = LongStream.rangeClosed(first, last)
                    .<EventMessage<?>>mapToObj(position -> new GenericTrackedEventMessage<>(
                            new GlobalSequenceTrackingToken(position),
                            GenericEventMessage.asEventMessage("event " + position)))
                    .toList();
            BatchingUnitOfWork<EventMessage<?>> batch = new BatchingUnitOfWork<>(events);
            batch.start();
            batch.onPrepareCommit(work -> tokens.storeToken(new GlobalSequenceTrackingToken(last), "fulfilment", 0));
            return batch;
        }

        void begins(String id) {
            sagas.insertSaga(Fulfilment.class, id, new Fulfilment("o-1", 1), Set.of(ORDER));
        }

        void goesTo(String id, int step) {
            sagas.updateSaga(
                    Fulfilment.class, id, new Fulfilment("o-1", step), new AssociationValuesImpl(Set.of(ORDER)));
        }

        void ends(String id) {
            sagas.deleteSaga(Fulfilment.class, id, Set.of(ORDER));
        }

        Integer stepOfOrder() {
            UnitOfWork<?> work = batch(999, 999);
            try {
                return sagas.findSagas(Fulfilment.class, ORDER).stream()
                        .map(id -> sagas.loadSaga(Fulfilment.class, id).saga().step())
                        .findFirst()
                        .orElse(null);
            } finally {
                work.rollback();
            }
        }
    }

    private static Jackson3Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(new MessageJson())
                .build();
    }

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        database = StoreDatabase.open(server.bindAndGetConnectionString() + "/stores");
        one = new Instance("one", LONG);
        other = new Instance("other", SHORT);
        one.tokens.initializeTokenSegments("fulfilment", 1, new GlobalSequenceTrackingToken(0));
        one.tokens.fetchToken("fulfilment", 0);
    }

    @AfterEach
    void stop() {
        database.close();
        server.shutdownNow();
    }

    private Document stored() {
        return database.collection(SagaDocuments.COLLECTION)
                .find(Filters.exists("saga"))
                .first();
    }

    @Test
    void a_saga_is_found_by_what_it_is_about_until_it_has_ended() {
        UnitOfWork<?> first = one.batch(1, 3);
        one.begins("s-1");
        first.commit();
        assertThat(one.stepOfOrder()).isEqualTo(1);

        UnitOfWork<?> second = one.batch(4, 4);
        one.goesTo("s-1", 2);
        second.commit();
        assertThat(one.stepOfOrder()).isEqualTo(2);

        UnitOfWork<?> third = one.batch(5, 6);
        one.ends("s-1");
        third.commit();
        assertThat(one.stepOfOrder()).isNull();
    }

    @Test
    void within_a_batch_what_it_has_changed_is_seen_and_nothing_is_written_before_its_end() {
        UnitOfWork<?> batch = one.batch(1, 3);
        one.begins("s-1");
        one.goesTo("s-1", 2);

        assertThat(one.sagas.findSagas(Fulfilment.class, ORDER)).containsExactly("s-1");
        assertThat(stored()).isNull();
        batch.commit();
        assertThat(stored().getLong("position")).isEqualTo(3);
    }

    @Test
    void the_token_is_stored_with_the_sagas() {
        UnitOfWork<?> batch = one.batch(1, 3);
        one.begins("s-1");
        batch.commit();

        assertThat(stored()).isNotNull();
        assertThat(one.tokens.fetchToken("fulfilment", 0)).isEqualTo(new GlobalSequenceTrackingToken(3));
    }

    @Test
    void a_batch_that_is_processed_again_changes_nothing() {
        UnitOfWork<?> batch = one.batch(1, 6);
        one.begins("s-1");
        one.goesTo("s-1", 4);
        batch.commit();
        one.sagas.forget();

        UnitOfWork<?> again = one.batch(1, 3);
        one.goesTo("s-1", 2);
        again.commit();

        assertThat(one.stepOfOrder()).isEqualTo(4);
    }

    @Test
    void a_saga_that_has_ended_does_not_come_back_when_its_events_are_processed_again() {
        UnitOfWork<?> batch = one.batch(1, 6);
        one.begins("s-1");
        one.ends("s-1");
        batch.commit();
        one.sagas.forget();

        UnitOfWork<?> again = one.batch(1, 2);
        one.begins("s-2");
        again.commit();
        assertThat(one.stepOfOrder()).isNull();

        UnitOfWork<?> later = one.batch(7, 7);
        one.begins("s-3");
        later.commit();
        assertThat(one.stepOfOrder()).isEqualTo(1);
    }

    @Test
    void an_instance_that_was_stopped_for_long_neither_sets_a_saga_back_nor_moves_the_token() {
        UnitOfWork<?> first = one.batch(1, 1);
        one.begins("s-1");
        first.commit();
        UnitOfWork<?> late = one.batch(2, 2);
        one.goesTo("s-1", 2);

        CompletableFuture.runAsync(() -> {
                    awaitClaimOf(other);
                    UnitOfWork<?> meanwhile = other.batch(2, 5);
                    other.goesTo("s-1", 5);
                    meanwhile.commit();
                })
                .join();

        assertThatThrownBy(late::commit).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(other.stepOfOrder()).isEqualTo(5);
        assertThat(other.tokens.fetchToken("fulfilment", 0)).isEqualTo(new GlobalSequenceTrackingToken(5));
    }

    private static void awaitClaimOf(Instance instance) {
        await().ignoreExceptionsInstanceOf(UnableToClaimTokenException.class)
                .until(() -> instance.tokens.fetchToken("fulfilment", 0) != null);
    }

    @Test
    void a_token_that_stays_the_same_is_no_reason_to_lose_it() {
        for (int i = 0; i < 100; i++) {
            one.tokens.storeToken(new GlobalSequenceTrackingToken(7), "fulfilment", 0);
        }

        assertThat(one.tokens.fetchToken("fulfilment", 0)).isEqualTo(new GlobalSequenceTrackingToken(7));
    }

    @Test
    void instances_that_start_for_the_first_time_at_once_agree_on_the_identifier_of_their_store() {
        List<Optional<String>> identifiers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(number -> new Instance("at-once-" + number, SHORT).tokens.retrieveStorageIdentifier())
                .toList();

        assertThat(identifiers).doesNotContain(Optional.empty());
        assertThat(Set.copyOf(identifiers)).hasSize(1);
    }

    @Test
    void a_saga_that_is_about_two_things_is_refused() {
        UnitOfWork<?> batch = one.batch(1, 1);

        assertThatThrownBy(() -> one.sagas.insertSaga(
                        Fulfilment.class,
                        "s-1",
                        new Fulfilment("o-1", 1),
                        Set.of(ORDER, new AssociationValue("paymentId", "p-1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be about one thing");
        batch.rollback();
    }

    @Test
    void a_store_that_forgets_is_named() {
        assertThatThrownBy(() -> DurableStores.check(TokenStore.class, new InMemoryTokenStore()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("InMemoryTokenStore");
        DurableStores.check(TokenStore.class, one.tokens);
    }

    @Test
    void a_letter_is_there_at_once_and_goes_when_the_batch_that_has_handled_it_has_committed() {
        UnitOfWork<?> parking = one.batch(1, 1);
        EventMessage<?> event = (EventMessage<?>) parking.getMessage();
        String owner = event.getIdentifier();
        LetterQueue letters = one.letters.of("fulfilment");
        assertThat(letters.contains(owner)).isFalse();
        letters.enqueue(owner, new GenericDeadLetter<>(owner, event, new IllegalStateException("poison")));
        letters.enqueue(owner, new GenericDeadLetter<>(owner, event));
        parking.commit();
        assertThat(letters.sequenceSize(owner))
                .as("done again, it is put aside once")
                .isEqualTo(1);

        UnitOfWork<?> handling = one.batch(2, 2);
        letters.deadLetterSequence(owner).forEach(letters::evict);
        assertThat(letters.contains(owner)).isFalse();
        handling.rollback();
        assertThat(letters.contains(owner)).isTrue();

        UnitOfWork<?> again = one.batch(3, 3);
        letters.deadLetterSequence(owner).forEach(letters::evict);
        again.commit();
        assertThat(letters.contains(owner)).isFalse();
        assertThat(other.letters.of("fulfilment").contains(owner)).isFalse();
    }
}
