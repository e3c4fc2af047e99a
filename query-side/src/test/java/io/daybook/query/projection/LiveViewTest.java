package io.daybook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class LiveViewTest {

    private final LiveView live = new LiveView("words");

    @Test
    void whoever_asks_where_it_stands_waits_for_the_batch_that_is_being_written() {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Void> batch = CompletableFuture.runAsync(
                () -> {
                    live.gate().lock();
                    try {
                        live.advance(
                                () -> {
                                    writing.countDown();
                                    awaitQuietly(written);
                                },
                                7);
                    } finally {
                        live.gate().unlock();
                    }
                },
                task -> new Thread(task).start());
        awaitQuietly(writing);
        CompletableFuture<Long> stands =
                CompletableFuture.supplyAsync(live::standsAt, task -> new Thread(task).start());
        await().until(() -> stands.isDone() || ((ReentrantLock) live.gate()).hasQueuedThreads());
        assertThat(live.stored()).isEqualTo(LiveView.UNKNOWN);

        written.countDown();
        assertThat(stands.join()).isEqualTo(7);
        batch.join();
    }

    @Test
    void a_batch_that_fails_leaves_it_standing_nowhere() {
        live.gate().lock();
        try {
            live.advance(() -> {}, 3);
            assertThat(live.standsAt()).isEqualTo(3);
            assertThatThrownBy(() -> live.advance(LiveViewTest::fail, 4)).isInstanceOf(IllegalStateException.class);
            assertThat(live.standsAt()).isEqualTo(LiveView.UNKNOWN);
        } finally {
            live.gate().unlock();
        }
    }

    @Test
    void a_switch_that_fails_although_it_was_done_is_known_all_the_same() {
        withDatabase((client, database) -> {
            live.claimed(database, 3, LiveView.Unwritten.NOTHING);
            assertThat(live.documents(database).getNamespace().getCollectionName())
                    .isEqualTo("words");
            ViewDatabase unsteady = new ViewDatabase(client, failingAfterUpdates(client.getDatabase("views")));
            live.gate().lock();
            try {
                assertThatThrownBy(() -> live.switchTo(unsteady, "words-2")).isInstanceOf(IllegalStateException.class);
            } finally {
                live.gate().unlock();
            }
            assertThat(live.documents(database).getNamespace().getCollectionName())
                    .isEqualTo("words-2");
        });
    }

    @Test
    void one_copy_is_kept_and_the_one_kept_before_goes() {
        withDatabase((client, database) -> {
            live.claimed(database, 3, LiveView.Unwritten.NOTHING);
            List.of("words", "words-2", "words-3")
                    .forEach(copy -> database.collection(copy).insertOne(new Document("_id", "a")));
            live.gate().lock();
            try {
                live.switchTo(database, "words-2");
                live.switchTo(database, "words-3");
                assertThat(database.collection("words").countDocuments()).isZero();

                live.switchTo(database, "words-2");
                assertThat(database.collection("words-2").countDocuments()).isEqualTo(1);
                assertThat(database.collection("words-3").countDocuments()).isEqualTo(1);
            } finally {
                live.gate().unlock();
            }
        });
    }

    private static void withDatabase(BiConsumer<MongoClient, ViewDatabase> test) {
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", 0);
        try (MongoClient client = MongoClients.create(server.getConnectionString())) {
            test.accept(client, new ViewDatabase(client, client.getDatabase("views")));
        } finally {
            server.shutdownNow();
        }
    }

    private static MongoDatabase failingAfterUpdates(MongoDatabase database) {
        return around(
                MongoDatabase.class,
                database,
                "getCollection",
                found -> around(MongoCollection.class, (MongoCollection<?>) found, "updateOne", done -> {
                    throw new IllegalStateException("no answer");
                }));
    }

    /** The same, but for what one of its methods returns. */
    private static <T> T around(Class<T> type, T inner, String method, UnaryOperator<Object> then) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, given) -> {
                    Object returned = called.invoke(inner, given);
                    return called.getName().equals(method) ? then.apply(returned) : returned;
                }));
    }

    private static void fail() {
        throw new IllegalStateException("the database is away");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
