package io.daybook.standalone.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableServerCrashTest {

    private static final String WHOLE_LINE = "registered 123e4567-e89b-12d3-a456-426614174000";

    @TempDir
    Path directory;

    @Test
    void all_acknowledged_writes_survive_being_killed_and_so_do_unique_indexes() throws Exception {
        Path file = directory.resolve("accounts.mv");
        List<String> said = new ArrayList<>();
        Random random = new Random();
        for (int life = 0; life < 3; life++) {
            int enough = 100 + random.nextInt(400);
            try (ChildProcess child = ChildProcess.of(DurableWriter.class, file)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> child.said() > enough || !child.alive());
                assertThat(child.alive()).isTrue();
                // The last line may have been cut off.
                child.kill().stream()
                        .filter(line -> line.length() == WHOLE_LINE.length())
                        .forEach(said::add);
            }
        }

        try (EmbeddedMongo server = EmbeddedMongo.durable(file, 8);
                MongoClient client = MongoClients.create(server.uri("accounts"))) {
            MongoCollection<Document> accounts = client.getDatabase("accounts").getCollection("accounts");
            for (String line : said) {
                String id = line.substring(line.lastIndexOf(' ') + 1);
                Document account =
                        accounts.find(Filters.eq("email", id + "@example")).first();
                assertThat(account).as(line).isNotNull().containsEntry("_id", id);
                if (line.startsWith("activated")) {
                    assertThat(account).as(line).containsEntry("active", true);
                }
            }
            String taken = said.get(0).substring("registered ".length()) + "@example";
            assertThatThrownBy(() -> accounts.insertOne(new Document("email", taken)))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("duplicate key");
        }
        assertThat(said).hasSizeGreaterThan(300);
    }
}
