package io.daybook.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogBookTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final OperationsDatabase database =
            OperationsDatabase.open(server.bindAndGetConnectionString() + "/operations?serverSelectionTimeoutMS=30000");
    private final MongoCollection<Document> lines = database.collection("logs");
    private final LogBook book = new LogBook(lines, Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<LogLine> written = new ArrayList<>();

    @BeforeEach
    void some_have_been_written() {
        write(Duration.ofDays(2), Level.INFO, "view", "views-1", "catalogue.Search", "Began", null, null, null);
        write(
                Duration.ofHours(3),
                Level.ERROR,
                "order",
                "order-1",
                "order.Desk",
                "Broke (a.b)",
                "at Shelf",
                "o-1",
                "t-1");
        write(Duration.ofMinutes(3), Level.WARN, "order", "order-2", "order.Desk", "Slow", null, "o-2", "t-2");
        write(Duration.ofMinutes(2), Level.DEBUG, "order", "order-2", "order.Desk", "Looked", null, "o-1", "t-3");
        write(
                Duration.ofMinutes(1),
                Level.INFO,
                "payment",
                "payment-1",
                "payment.Errand",
                "Began again",
                null,
                "o-1",
                "t-1");
    }

    @AfterEach
    void close() {
        database.close();
        server.shutdownNow();
    }

    private void write(
            Duration ago,
            Level level,
            String service,
            String instance,
            String logger,
            String message,
            @Nullable String exception,
            @Nullable String order,
            @Nullable String trace) {
        Instant at = NOW.minus(ago);
        LogLine line = new LogLine(
                LogLine.id(at, written.size(), 7),
                at,
                level,
                service,
                instance,
                "1@here",
                logger,
                "main",
                message,
                exception,
                order,
                trace);
        lines.insertOne(LogDocument.write(line));
        written.add(line);
    }

    private void finds(LogSearch search, String... messages) {
        assertThat(book.newest(search, null, 10)).extracting(LogLine::message).containsExactly(messages);
        assertThat(written.stream().filter(search::matches).map(LogLine::message))
                .containsExactlyInAnyOrder(messages);
    }

    @Test
    void lines_are_found_by_each_criterion_newest_first() {
        finds(LogSearch.ALL, "Began again", "Looked", "Slow", "Broke (a.b)", "Began");
        finds(new LogSearch("BEGAN", null, "", "", "", ""), "Began again", "Began");
        finds(new LogSearch("shelf", null, "", "", "", ""), "Broke (a.b)");
        finds(new LogSearch("order.desk", null, "", "", "", ""), "Looked", "Slow", "Broke (a.b)");
        finds(new LogSearch("", Level.WARN, "", "", "", ""), "Slow", "Broke (a.b)");
        finds(new LogSearch("", null, "order", "", "", ""), "Looked", "Slow", "Broke (a.b)");
        finds(new LogSearch("", null, "", "order-2", "", ""), "Looked", "Slow");
        finds(new LogSearch("", null, "", "", "o-1", ""), "Began again", "Looked", "Broke (a.b)");
        finds(new LogSearch("", null, "", "", "", "t-1"), "Began again", "Broke (a.b)");
        finds(new LogSearch("began", Level.INFO, "payment", "payment-1", "o-1", "t-1"), "Began again");
    }

    @Test
    void what_is_looked_for_is_a_text_and_no_pattern() {
        finds(new LogSearch("(a.b)", null, "", "", "", ""), "Broke (a.b)");
        finds(new LogSearch("a_b", null, "", "", "", ""));
        finds(new LogSearch(".*", null, "", "", "", ""));
        finds(new LogSearch("\\E", null, "", "", "", ""));
    }

    @Test
    void a_reader_goes_back_page_by_page_and_forth_again() {
        List<LogLine> first = book.newest(LogSearch.ALL, null, 2);
        List<LogLine> second = book.newest(LogSearch.ALL, first.get(1).id(), 2);
        List<LogLine> third = book.newest(LogSearch.ALL, second.get(1).id(), 2);

        assertThat(first).extracting(LogLine::message).containsExactly("Began again", "Looked");
        assertThat(second).extracting(LogLine::message).containsExactly("Slow", "Broke (a.b)");
        assertThat(third).extracting(LogLine::message).containsExactly("Began");
        assertThat(book.after(LogSearch.ALL, third.get(0).id(), 2)).isEqualTo(second);
        assertThat(book.after(LogSearch.ALL, second.get(0).id(), 2)).isEqualTo(first);
        assertThat(book.after(LogSearch.ALL, first.get(0).id(), 2)).isEmpty();
    }

    @Test
    void recent_lines_are_the_newest_of_a_time() {
        assertThat(book.recent(Duration.ofMinutes(2), 10))
                .extracting(LogLine::message)
                .containsExactly("Began again", "Looked");
        assertThat(book.recent(Duration.ofMinutes(5), 1))
                .extracting(LogLine::message)
                .containsExactly("Began again");
    }

    @Test
    void lines_go_when_they_are_too_old() {
        tidy(Duration.ofHours(4), 100);

        assertThat(kept()).containsExactly("Began again", "Looked", "Slow", "Broke (a.b)");
    }

    @Test
    void the_oldest_lines_go_when_there_are_too_many() {
        tidy(Duration.ofDays(7), 5);
        assertThat(kept()).hasSize(5);

        tidy(Duration.ofDays(7), 3);

        assertThat(kept()).containsExactly("Began again", "Looked", "Slow");
    }

    @Test
    void however_many_there_are_too_many_of_them_they_go() {
        for (int i = 0; i < 1_200; i++) {
            write(Duration.ofSeconds(1), Level.INFO, "order", "order-1", "order.Desk", "Line " + i, null, null, null);
        }
        tidy(Duration.ofDays(7), 100);

        assertThat(lines.countDocuments()).isEqualTo(90);
        assertThat(kept()).first().isEqualTo("Line 1199");
    }

    private List<String> kept() {
        return book.newest(LogSearch.ALL, null, 10).stream()
                .map(LogLine::message)
                .toList();
    }

    private void tidy(Duration kept, int most) {
        LogSettings settings = new LogSettings(kept, most, Duration.ofSeconds(1), Duration.ofSeconds(1), 1_000);
        new LogRetention(lines, settings, Clock.fixed(NOW, ZoneOffset.UTC)).round();
    }
}
