package io.daybook.standalone.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsCrashTest {

    private static final int ORDERS = 4_000;

    @TempDir
    Path killed;

    @TempDir
    Path undisturbed;

    @Test
    void views_killed_again_and_again_while_projecting_end_up_as_if_nothing_had_happened() throws Exception {
        Random random = new Random();
        int kills = 0;
        for (int life = 0; life < 6; life++) {
            try (ChildProcess child = ChildProcess.of(Projecting.class, killed, ORDERS, 20 + random.nextInt(60))) {
                await().atMost(Duration.ofSeconds(60)).until(() -> child.hasSaid("started") || !child.alive());
                assertThat(child.hasSaid("started")).isTrue();
                Duration moment = Duration.ofMillis(random.nextInt(700));
                await().pollDelay(moment).atMost(Duration.ofSeconds(60)).until(() -> true);
                if (!child.kill().contains("done")) {
                    kills++;
                }
            }
        }
        assertThat(kills).isGreaterThanOrEqualTo(2);

        assertThat(views(killed, 300)).isEqualTo(views(undisturbed, 1000));
    }

    @Test
    void a_process_whose_views_are_done_ends_by_itself() throws Exception {
        try (ChildProcess child = ChildProcess.of(Projecting.class, undisturbed, 50, 1000)) {
            await().atMost(Duration.ofSeconds(90)).until(() -> !child.alive());

            assertThat(child.output()).containsExactly("started", "done");
            assertThat(child.exitCode()).isZero();
        }
    }

    private static Map<String, List<Document>> views(Path directory, int batch) {
        try (Projecting projecting = new Projecting(directory, ORDERS, batch);
                MongoClient client = MongoClients.create(projecting.uri())) {
            projecting.await();
            MongoDatabase views = client.getDatabase("views");
            Map<String, List<Document>> all = new TreeMap<>();
            for (String view : List.of("orders", "stock", "fulfilments")) {
                List<Document> documents = views.getCollection(view)
                        .find()
                        .sort(Sorts.ascending("_id"))
                        .into(new ArrayList<>());
                assertThat(documents).as(view).isNotEmpty();
                all.put(view, documents);
            }
            return all;
        }
    }
}
