package io.daybook.standalone.book;

import static io.daybook.standalone.book.OpenBook.events;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server can be lost and found again; a file cannot. */
@Timeout(120)
class LostConnectionTest {

    private static final String END_WRITERS_SESSION = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            + " WHERE application_name = 'daybook-writer' AND datname = current_database()";

    @TempDir
    Path directory;

    private OpenBook open;

    @BeforeEach
    void open() {
        open = new OpenBook(Database.POSTGRESQL.fresh(directory));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void the_writer_waits_for_the_disk_where_the_server_would_not() throws Exception {
        String url = Database.POSTGRESQL.fresh(directory);
        assertThat(setting(DriverManager.getConnection(url))).isEqualTo("off");
        assertThat(setting(new Postgres(url).openWriter())).isEqualTo("on");
    }

    private static String setting(Connection session) throws SQLException {
        try (session;
                Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void a_connection_lost_while_nothing_is_written_is_not_noticed() {
        open.engine.appendEvents(events("a", 0, 3));
        assertThat(open.number(END_WRITERS_SESSION)).isEqualTo(1);
        open.engine.appendEvents(events("a", 3, 3));
        assertThat(open.number(END_WRITERS_SESSION)).isEqualTo(1);
        open.tokens.storeToken(open.engine.createHeadToken(), "saga", 0);

        assertThat(open.engine.readEvents("a").asStream()).hasSize(6);
        assertThat(open.book.commits().failures()).isZero();
    }

    @Test
    void connections_lost_under_load_lose_and_double_nothing() throws Exception {
        int writers = 8;
        AtomicBoolean go = new AtomicBoolean(true);
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<Integer>> appended = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String aggregate = "a" + i;
            appended.add(threads.submit(() -> {
                int count = 0;
                while (go.get()) {
                    open.engine.appendEvents(events(aggregate, count, 2));
                    count += 2;
                }
                return count;
            }));
        }
        for (int i = 0; i < 10; i++) {
            long before = open.book.commits().events();
            Awaitility.await().until(() -> open.book.commits().events() > before + 50);
            open.number(END_WRITERS_SESSION);
        }
        go.set(false);
        int total = 0;
        for (int i = 0; i < writers; i++) {
            int count = appended.get(i).get();
            assertThat(open.engine.readEvents("a" + i).asStream()).hasSize(count);
            total += count;
        }

        List<Long> seen = new ArrayList<>();
        try (TrackingEventStream stream = open.events.openStream(null)) {
            while (stream.hasNextAvailable()) {
                seen.add(stream.nextAvailable().trackingToken().position().orElseThrow());
            }
        }
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, total).boxed().toList());
        threads.shutdown();
    }
}
