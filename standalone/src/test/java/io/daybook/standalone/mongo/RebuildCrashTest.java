package io.daybook.standalone.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.daybook.api.operations.OperationsEvent.ViewRebuildStarted;
import io.daybook.api.operations.OperationsEvent.ViewSwapRequested;
import io.daybook.api.operations.RebuildId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process while it rebuilds all its views, ten times; what it has in the end must be what was there before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuildCrashTest {

    private static final int ORDERS = 3_000;
    private static final int KILLS = 10;

    @TempDir
    Path data;

    @TempDir
    Path fresh;

    @Test
    void views_killed_again_and_again_while_they_are_rebuilt_are_swapped_in_equal() throws Exception {
        Random random = new Random();
        int inTheMiddle = 0;
        for (int life = 0; life < KILLS; life++) {
            try (ChildProcess child = ChildProcess.of(Rebuilding.class, data, ORDERS, 20 + random.nextInt(60))) {
                await().atMost(Duration.ofSeconds(60)).until(() -> child.hasSaid("started") || !child.alive());
                assertThat(child.hasSaid("started")).isTrue();
                Duration moment = Duration.ofMillis(random.nextInt(900));
                await().pollDelay(moment).atMost(Duration.ofSeconds(60)).until(() -> true);
                inTheMiddle += child.kill().contains("done") ? 0 : 1;
            }
        }
        assertThat(inTheMiddle).isGreaterThanOrEqualTo(5);

        Decided decided = new Decided();
        Rebuilding.decide(decided);
        try (Projecting projecting = new Projecting(data, ORDERS, 500, decided);
                MongoClient client = MongoClients.create(projecting.uri())) {
            projecting.await();
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(decided.swaps())
                            .as(() -> "swaps; rebuilds are at " + rebuilds(client))
                            .hasSizeGreaterThanOrEqualTo(Rebuilding.VIEWS.size()));

            assertThat(decided.swaps())
                    .allSatisfy(swap -> assertThat(swap.differences()).isZero());
            assertThat(live(client)).isEqualTo(undisturbed());
        }
    }

    @Test
    void a_rebuild_is_left_as_it_stands_until_it_is_known_what_operators_want() {
        ViewRebuildStarted wanted =
                new ViewRebuildStarted(new RebuildId("rebuild-of-orders"), "orders", null, false, "to see", "olga");
        Decided before = new Decided();
        before.decide(wanted);
        try (Projecting projecting = new Projecting(data, ORDERS, 500, before);
                MongoClient client = MongoClients.create(projecting.uri())) {
            await().atMost(Duration.ofMinutes(1)).until(() -> phase(client).equals("EQUAL"));
        }

        Decided after = new Decided();
        try (Projecting projecting = new Projecting(data, ORDERS, 500, after);
                MongoClient client = MongoClients.create(projecting.uri())) {
            projecting.await();
            await().during(Duration.ofMillis(500)).until(() -> phase(client).equals("EQUAL"));

            after.decide(wanted);
            after.decide(new ViewSwapRequested(wanted.rebuild(), false, "to have it", "olga"));
            await().atMost(Duration.ofMinutes(1)).until(() -> !after.swaps().isEmpty());
            assertThat(after.swaps()).allSatisfy(swap -> {
                assertThat(swap.documents()).isEqualTo(ORDERS);
                assertThat(swap.differences()).isZero();
            });
        }
    }

    private static String phase(MongoClient client) {
        Document state = client.getDatabase("views")
                .getCollection("rebuilds")
                .find(new Document("_id", "orders"))
                .first();
        return state == null ? "" : state.getString("phase");
    }

    private static String rebuilds(MongoClient client) {
        List<String> states = new ArrayList<>();
        client.getDatabase("views").getCollection("rebuilds").find().forEach(state -> states.add(state.toJson()));
        return states.toString();
    }

    private List<List<Document>> undisturbed() {
        try (Projecting projecting = new Projecting(fresh, ORDERS, 500);
                MongoClient client = MongoClients.create(projecting.uri())) {
            projecting.await();
            return live(client);
        }
    }

    /** What the live copies have, whatever they are called. */
    private static List<List<Document>> live(MongoClient client) {
        MongoDatabase views = client.getDatabase("views");
        List<List<Document>> all = new ArrayList<>();
        for (String view : List.of("orders", "stock", "fulfilments")) {
            Document pointer = views.getCollection("progress")
                    .find(new Document("_id", view))
                    .first();
            assertThat(pointer).isNotNull();
            String name = pointer.getString("collection");
            List<Document> documents = contents(views, name == null ? view : name);
            assertThat(documents).as(view).isNotEmpty();
            all.add(documents);
        }
        return all;
    }

    private static List<Document> contents(MongoDatabase views, String collection) {
        List<Document> documents = views.getCollection(collection)
                .find()
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
        documents.forEach(document -> {
            document.remove("position");
            document.remove("first");
        });
        return documents;
    }
}
