package io.daybook.standalone.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.daybook.standalone.data.UnusableData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class EmbeddedMongoTest {

    @TempDir
    Path directory;

    EmbeddedMongo server;
    MongoClient client;
    MongoCollection<Document> things;

    @BeforeEach
    void open() {
        server = EmbeddedMongo.disposable(directory.resolve("views.mv"), 8, Duration.ofMillis(50));
        client = MongoClients.create(server.uri("views"));
        things = client.getDatabase("views").getCollection("things");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void a_server_that_cannot_begin_leaves_no_thread_and_no_lock_behind() {
        Path file = directory.resolve("another.mv");
        try (MVStore store = MVStore.open(file.toString())) {
            store.openMap(StoreDatabase.DOCUMENTS + "of no database");
        }
        long before = committing();

        assertThatThrownBy(() -> EmbeddedMongo.disposable(file, 8, Duration.ofMillis(50)))
                .isInstanceOf(StringIndexOutOfBoundsException.class);

        await("its thread ends").until(() -> committing() <= before);
        MVStore.open(file.toString()).close();
    }

    @Test
    void a_long_command_holds_up_no_other_connection() throws Exception {
        Held held = new Held();
        try (EmbeddedMongo busy = EmbeddedMongo.start(directory.resolve("busy.mv"), 8, held::commits);
                MongoClient writer = MongoClients.create(busy.uri("views"))) {
            CompletableFuture<?> write = CompletableFuture.runAsync(
                    () -> writer.getDatabase("views").getCollection("things").insertOne(new Document("_id", "long")));
            held.begun.await();

            try {
                for (int i = 0; i < 8; i++) {
                    String uri = busy.uri("views?serverSelectionTimeoutMS=30000&socketTimeoutMS=30000");
                    try (MongoClient another = MongoClients.create(uri)) {
                        another.getDatabase("admin").runCommand(new Document("ping", 1));
                    }
                }
                assertThat(write).isNotDone();
            } finally {
                held.end.countDown();
            }
            write.get(60, TimeUnit.SECONDS);
        }
    }

    /** A write that goes on until it is let go. */
    private static final class Held {

        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch end = new CountDownLatch(1);

        Commits commits(MVStore store) {
            return new Commits(store) {
                @Override
                void written() {
                    begun.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException ending) {
                        Thread.currentThread().interrupt();
                    }
                }

                @Override
                public void close() {}
            };
        }
    }

    private static long committing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("views-commit"))
                .count();
    }

    @Test
    void a_replacement_that_is_conditional_on_a_position_goes_forward_only() {
        replaceAt(5, "first");
        replaceAt(9, "second");

        assertThatThrownBy(() -> replaceAt(7, "late"))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        failure -> assertThat(failure.getWriteErrors())
                                .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY));
        things.bulkWrite(List.of(new DeleteOneModel<>(olderThan(8))));

        assertThat(things.find())
                .singleElement()
                .satisfies(thing ->
                        assertThat(thing).containsEntry("what", "second").containsEntry("position", 9L));
    }

    private void replaceAt(long position, String what) {
        things.bulkWrite(
                List.of(new ReplaceOneModel<>(
                        olderThan(position),
                        new Document("_id", "a").append("what", what).append("position", position),
                        new ReplaceOptions().upsert(true))),
                new BulkWriteOptions().ordered(false));
    }

    private static Bson olderThan(long position) {
        return Filters.and(Filters.eq("_id", "a"), Filters.lt("position", position));
    }

    @Test
    void secondary_indexes_find_by_value_by_list_and_by_beginning_before_and_after_changes() {
        things.createIndex(new Document("words", 1));
        things.createIndex(new Document("owner", 1).append("at", -1));
        things.insertOne(thing("1", "ada", 1, "white", "heart"));
        things.insertOne(thing("2", "ada", 3, "red", "heart"));
        things.insertOne(thing("3", "bob", 2, "whistle"));
        things.updateOne(Filters.eq("_id", "3"), Updates.set("owner", "ada"));
        things.replaceOne(Filters.eq("_id", "1"), thing("1", "bob", 1, "green", "heart"));

        assertThat(ids(Filters.eq("owner", "ada"))).containsExactly("2", "3");
        assertThat(ids(Filters.in("owner", "ada", "bob"))).containsExactly("2", "3", "1");
        assertThat(ids(Filters.and(Filters.regex("words", "^whi"), Filters.eq("owner", "ada"))))
                .containsExactly("3");
        assertThat(ids(Filters.and(Filters.regex("words", "^hea"), Filters.regex("words", "^gr"))))
                .containsExactly("1");
        things.deleteOne(Filters.eq("_id", "2"));
        assertThat(ids(Filters.regex("words", "^heart"))).containsExactly("1");
    }

    private static Document thing(String id, String owner, int at, String... words) {
        return new Document("_id", id)
                .append("owner", owner)
                .append("at", new Date(at))
                .append("words", List.of(words));
    }

    private List<String> ids(Bson filter) {
        return things.find(filter)
                .sort(Sorts.descending("at"))
                .map(thing -> thing.getString("_id"))
                .into(new ArrayList<>());
    }

    @Test
    void pages_in_the_order_of_a_date_are_the_same_with_an_index_on_it_and_without() {
        Random random = new Random(7);
        for (int number = 0; number < 400; number++) {
            things.insertOne(thing(
                    "%03d".formatted(number), number % 4 == 0 ? "bob" : "ada", random.nextInt(400) - 200, "white"));
        }
        List<List<String>> without = pages();
        things.createIndex(new Document("at", -1));
        assertThat(pages()).isEqualTo(without);

        things.deleteOne(Filters.eq("_id", without.get(0).get(0)));
        things.updateOne(Filters.eq("_id", without.get(0).get(1)), Updates.set("at", new Date(-1000)));
        things.insertOne(thing("new", "ada", 1000, "red"));
        List<List<String>> with = pages();
        things.dropIndexes();
        assertThat(with).isEqualTo(pages()).isNotEqualTo(without);
    }

    private List<List<String>> pages() {
        List<List<String>> pages = new ArrayList<>();
        for (Bson filter : List.of(new Document(), Filters.eq("owner", "ada"), Filters.eq("words", "red"))) {
            for (Bson first : List.of(Sorts.descending("at"), Sorts.ascending("at"))) {
                for (int page = 0; page < 4; page++) {
                    pages.add(things.find(filter)
                            .sort(Sorts.orderBy(first, Sorts.ascending("_id")))
                            .skip(page * 7)
                            .limit(7)
                            .map(thing -> thing.getString("_id"))
                            .into(new ArrayList<>()));
                }
            }
        }
        return pages;
    }

    @Test
    void what_an_index_leads_to_is_counted_there() {
        things.createIndex(new Document("owner", 1).append("at", -1));
        for (int number = 0; number < 300; number++) {
            things.insertOne(thing("%03d".formatted(number), number % 3 == 0 ? "ada" : "adam", number, "white"));
        }
        things.deleteOne(Filters.eq("_id", "000"));
        things.updateOne(Filters.eq("_id", "001"), Updates.set("owner", "a"));

        assertThat(count(new Document("owner", "a"))).isEqualTo(1);
        assertThat(count(new Document("owner", "ada"))).isEqualTo(99);
        assertThat(count(new Document("owner", "adam"))).isEqualTo(199);
        assertThat(count(new Document("owner", "b"))).isZero();
        assertThat(count(new Document("owner", "ada").append("_id", new Document("$lt", "030"))))
                .isEqualTo(9);
        assertThat(count(new Document())).isEqualTo(299);
        assertThat(things.estimatedDocumentCount()).isEqualTo(299);
    }

    @Test
    void what_meets_several_conditions_is_counted() {
        things.createIndex(new Document("owner", 1).append("at", -1));
        things.createIndex(new Document("words", 1));
        for (int number = 0; number < 300; number++) {
            things.insertOne(thing(
                    "%03d".formatted(number),
                    number % 3 == 0 ? "ada" : "adam",
                    number,
                    number % 10 == 0 ? "red" : "white"));
        }
        things.updateOne(Filters.eq("_id", "000"), Updates.set("words", List.of("blue", "white")));

        assertThat(count(new Document("owner", "ada").append("words", "red"))).isEqualTo(9);
        assertThat(count(new Document("words", "red").append("owner", "adam"))).isEqualTo(20);
        assertThat(count(new Document("owner", "ada").append("words", "blue"))).isEqualTo(1);
        assertThat(count(new Document("owner", "adam").append("words", "blue"))).isZero();
        assertThat(count(new Document("$and", List.of(new Document("owner", "ada"), new Document("words", "white")))))
                .isEqualTo(91);
        assertThat(count(new Document("owner", "ada")
                        .append("words", "red")
                        .append("at", new Document("$lt", new Date(100)))))
                .isEqualTo(3);
    }

    private int count(Document query) {
        return client.getDatabase("views")
                .runCommand(new Document("count", things.getNamespace().getCollectionName()).append("query", query))
                .getInteger("n");
    }

    @Test
    void unique_indexes_hold_and_are_followed() {
        things.createIndex(new Document("email", 1), new IndexOptions().unique(true));
        things.createIndex(
                new Document("kind", 1).append("number", 1),
                new IndexOptions().unique(true).sparse(true));
        things.insertOne(new Document("_id", 1).append("email", "ada@example"));
        things.insertOne(new Document("_id", 2).append("email", "bob@example"));

        assertThatThrownBy(() -> things.updateOne(Filters.eq("_id", 2), Updates.set("email", "ada@example")))
                .hasMessageContaining("duplicate key");
        things.updateOne(Filters.eq("_id", 1), Updates.set("email", "eve@example"));
        things.updateOne(Filters.eq("_id", 2), Updates.set("email", "ada@example"));

        assertThat(things.find(Filters.eq("email", "ada@example")).first()).containsEntry("_id", 2);
        assertThat(things.find(Filters.eq("_id", 2.0)).first()).containsEntry("_id", 2);
    }

    @Test
    void what_was_written_is_there_after_an_orderly_restart() {
        things.createIndex(new Document("owner", 1));
        things.insertOne(thing("1", "ada", 1, "white"));

        close();
        open();

        assertThat(ids(Filters.eq("owner", "ada"))).containsExactly("1");
        assertThat(things.listIndexes()).hasSize(2);
        things.drop();
        assertThat(ids(Filters.eq("owner", "ada"))).isEmpty();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_file_of_views_that_cannot_be_read_is_begun_anew_and_the_log_says_so(CapturedOutput output) throws Exception {
        Path broken = directory.resolve("broken.mv");
        Files.write(broken, new byte[20_000]);

        try (EmbeddedMongo rebuilt = EmbeddedMongo.disposable(broken, 8, Duration.ofSeconds(1));
                MongoClient other = MongoClients.create(rebuilt.uri("views"))) {
            assertThat(other.getDatabase("views").listCollectionNames()).isEmpty();
        }
        assertThat(output).contains("cannot be read").contains("rebuilt from the log");
    }

    @Test
    void a_file_of_views_that_another_process_has_open_is_left_alone() {
        Path file = directory.resolve("views.mv");

        assertThatThrownBy(() -> EmbeddedMongo.disposable(file, 8, Duration.ofSeconds(1)))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("in use by another Daybook process");
        assertThat(file).exists();
    }

    @Test
    void a_file_of_accounts_that_cannot_be_read_stops_the_start_and_is_kept() throws Exception {
        Path broken = directory.resolve("accounts.mv");
        Files.write(broken, new byte[20_000]);

        assertThatThrownBy(() -> EmbeddedMongo.durable(broken, 8))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("accounts.mv cannot be read");
        assertThat(broken).hasSize(20_000);
    }
}
