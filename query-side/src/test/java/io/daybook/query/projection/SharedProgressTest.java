package io.daybook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedProgressTest {

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
    void others_hear_of_a_position_once_its_documents_are_written() {
        ViewProgresses views = new ViewProgresses();
        List<Long> toldAtWriting = new ArrayList<>();
        views.live("words").claimed(database, -1, new LiveView.Unwritten() {
            @Override
            public boolean isEmpty() {
                return !toldAtWriting.isEmpty();
            }

            @Override
            public void write() {
                toldAtWriting.add(told());
            }
        });
        views.of("words").claimed(this, -1);
        views.of("words").applied(5);

        try (SharedProgress unused = new SharedProgress(database, views, Duration.ofMillis(10))) {
            await().until(() -> told() == 5);
        }

        assertThat(toldAtWriting).containsExactly(-1L);
    }

    private long told() {
        MongoCollection<Document> pointers = database.collection(LiveView.POINTERS);
        Document pointer = pointers.find(new Document("_id", "words")).first();
        Long position = pointer == null ? null : pointer.getLong("position");
        return position == null ? -1 : position;
    }
}
