package io.daybook.standalone.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.daybook.standalone.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class FullDiskTest {

    private static final int SIZE = 8 << 20;

    @TempDir
    Path directory;

    @Test
    void servers_whose_disk_is_full_are_down_and_serve_again_from_the_next_start_on(CapturedOutput output)
            throws Exception {
        try (SmallDisk disk = SmallDisk.mount(directory, SIZE)) {
            Path ballast = Files.write(directory.resolve("ballast"), new byte[SIZE / 4]);
            int acknowledged = 0;
            try (var context = started()) {
                assertThat(health(context).getStatus()).isEqualTo(Status.UP);
                try (MongoClient client = client(context, "accounts")) {
                    acknowledged = insertUntilFull(users(client));
                    assertThat(acknowledged).isPositive();
                    assertThatThrownBy(() -> users(client).countDocuments()).isInstanceOf(MongoException.class);
                }
                try (MongoClient client = client(context, "views")) {
                    insertUntilFull(client.getDatabase("views").getCollection("orders"));
                }

                assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
                assertThat(health(context).getDetails().values().toString()).contains("accounts.mv", "views.mv");
                await("the log says so")
                        .until(() -> output.getOut().contains("views.mv could not be committed; nobody can read"));
            }

            Files.delete(ballast);
            try (var context = started();
                    MongoClient client = client(context, "accounts")) {
                assertThat(health(context).getStatus()).isEqualTo(Status.UP);
                assertThat(users(client).countDocuments()).isBetween((long) acknowledged, acknowledged + 1L);
                users(client).insertOne(new Document("_id", "later"));
            }
        }
    }

    /** How many documents there was room for. */
    private static int insertUntilFull(MongoCollection<Document> documents) {
        int inserted = 0;
        try {
            while (true) {
                documents.insertOne(new Document("_id", inserted).append("text", "x".repeat(100_000)));
                inserted++;
            }
        } catch (MongoException full) {
            return inserted;
        }
    }

    private static MongoCollection<Document> users(MongoClient client) {
        return client.getDatabase("accounts").getCollection("users");
    }

    private static MongoClient client(AnnotationConfigApplicationContext context, String name) {
        return MongoClients.create(context.getEnvironment().getRequiredProperty("daybook." + name + ".uri"));
    }

    private static Health health(AnnotationConfigApplicationContext context) {
        return context.getBean(EmbeddedMongoHealth.class).health();
    }

    private AnnotationConfigApplicationContext started() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("daybook.data", directory.toString(), "daybook.mongo.views-commit", "50ms")));
        context.register(EmbeddedMongoConfiguration.class);
        context.refresh();
        return context;
    }
}
