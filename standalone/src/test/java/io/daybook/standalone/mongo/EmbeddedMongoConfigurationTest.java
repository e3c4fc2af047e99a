package io.daybook.standalone.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class EmbeddedMongoConfigurationTest {

    @TempDir
    Path parent;

    @Test
    void all_servers_are_named_to_the_beans_that_follow_and_keep_what_they_were_told() {
        Path data = parent.resolve("not-yet-there");
        for (String name : new String[] {"views", "operations", "accounts"}) {
            try (var context = started(Map.of("daybook.data", data.toString()));
                    MongoClient client = MongoClients.create(uri(context, name))) {
                assertThat(uri(context, name))
                        .startsWith("mongodb://127.0.0.1:")
                        .endsWith("/" + name);
                client.getDatabase(name).getCollection("kept").insertOne(new Document("_id", 1));
            }
            try (var context = started(Map.of("daybook.data", data.toString()));
                    MongoClient client = MongoClients.create(uri(context, name))) {
                assertThat(client.getDatabase(name).getCollection("kept").countDocuments())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void an_address_that_the_operator_gave_is_not_replaced() {
        try (var context =
                started(Map.of("daybook.data", parent.toString(), "daybook.views.uri", "mongodb://elsewhere/views"))) {
            assertThat(uri(context, "views")).isEqualTo("mongodb://elsewhere/views");
            assertThat(uri(context, "accounts")).startsWith("mongodb://127.0.0.1:");
        }
    }

    private static String uri(AnnotationConfigApplicationContext context, String name) {
        return context.getEnvironment().getRequiredProperty("daybook." + name + ".uri");
    }

    private static AnnotationConfigApplicationContext started(Map<String, Object> settings) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.register(EmbeddedMongoConfiguration.class);
        context.refresh();
        return context;
    }
}
