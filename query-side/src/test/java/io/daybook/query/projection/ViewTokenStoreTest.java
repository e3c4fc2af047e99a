package io.daybook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewTokenStoreTest {

    private static final String WORDS = "words";

    private final TokenStore tokens = new InMemoryTokenStore();
    private final LiveView live = new LiveView(WORDS);
    private MongoServer server;
    private MongoClient client;
    private ViewUpdates<String, String> updates;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", 0);
        client = MongoClients.create(server.getConnectionString());
        tokens.initializeTokenSegments(WORDS, 1, at(0));
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    private ViewTokenStore storing(Duration every) {
        updates = new ViewUpdates<>(
                new WordsView(new ArrayList<>(), false),
                new ViewDatabase(client, client.getDatabase("views")),
                live,
                true);
        ViewTokenStore store = new ViewTokenStore(tokens, updates, new ViewProgress(WORDS), every);
        store.fetchToken(WORDS, 0);
        return store;
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    private TrackingToken stored() {
        return tokens.fetchToken(WORDS, 0);
    }

    @Test
    void a_busy_view_is_ahead_of_its_token() {
        ViewTokenStore store = storing(Duration.ofHours(1));

        store.storeToken(at(5), WORDS, 0);
        store.storeToken(at(6), WORDS, 0);

        assertThat(live.stored()).isEqualTo(6);
        assertThat(stored()).isEqualTo(at(0));
    }

    @Test
    void the_token_is_stored_when_its_time_has_come() {
        storing(Duration.ZERO).storeToken(at(5), WORDS, 0);

        assertThat(stored()).isEqualTo(at(5));
    }

    @Test
    void an_idle_view_stores_what_it_has_left() {
        ViewTokenStore store = storing(Duration.ofHours(1));
        store.storeToken(at(5), WORDS, 0);

        store.extendClaim(WORDS, 0);

        assertThat(stored()).isEqualTo(at(5));
    }

    @Test
    void before_the_token_what_is_still_to_be_written_is_written() {
        ViewTokenStore store = storing(Duration.ofHours(1));
        DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a+")).execute(() -> {
            updates.collect("a+", Instant.EPOCH, at(5));
            store.storeToken(at(5), WORDS, 0);
        });
        assertThat(documents()).isZero();

        store.extendClaim(WORDS, 0);

        assertThat(documents()).isEqualTo(1);
        assertThat(stored()).isEqualTo(at(5));
    }

    private long documents() {
        return client.getDatabase("views").getCollection(WORDS).countDocuments();
    }

    @Test
    void one_that_is_given_up_stores_what_it_has_left() {
        ViewTokenStore store = storing(Duration.ofHours(1));
        store.storeToken(at(5), WORDS, 0);

        store.releaseClaim(WORDS, 0);

        assertThat(stored()).isEqualTo(at(5));
    }

    @Test
    void what_was_left_is_nothing_to_whoever_begins_anew() {
        ViewTokenStore store = storing(Duration.ofHours(1));
        store.storeToken(at(5), WORDS, 0);

        store.fetchToken(WORDS, 0);
        store.extendClaim(WORDS, 0);

        assertThat(stored()).isEqualTo(at(0));
    }
}
