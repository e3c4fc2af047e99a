package io.daybook.standalone.book;

import static io.daybook.standalone.book.OpenBook.SETTINGS;
import static io.daybook.standalone.book.OpenBook.event;
import static io.daybook.standalone.book.OpenBook.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.history.Counts;
import io.daybook.history.Export;
import io.daybook.history.HistoryFailure;
import io.daybook.history.Import;
import io.daybook.history.Progress;
import io.daybook.history.Summary;
import io.daybook.history.Unreachable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class BookHistoryTest {

    @Parameter
    Database database;

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("history.jsonl.gz");
    }

    /** A book with some of everything, closed. */
    private String written() {
        String url = database.fresh(directory);
        try (OpenBook open = new OpenBook(url)) {
            for (int i = 0; i < 2_500; i += 500) {
                open.engine.appendEvents(events("long", i, 500));
                open.engine.appendEvents(events("short-" + i, 0, 3));
            }
            open.engine.appendEvents(List.of(event("£ \u201c日本\u201d", 0).andMetaData(Map.of("by", "me", "n", 1))));
            open.engine.appendEvents(List.of(GenericEventMessage.asEventMessage(new Noted("alone", 1))));
            open.engine.storeSnapshot(event("long", 1_000));
            open.engine.storeSnapshot(event("long", 2_000));
            open.engine.storeSnapshot(event("short-0", 2));
            open.tokens.initializeTokenSegments("views", 1, new GlobalSequenceTrackingToken(7));
        }
        return url;
    }

    private Summary export(String url) throws IOException {
        try (BookLog log = BookLog.openExisting(url, SETTINGS)) {
            return Export.write(log, file(), Progress.silent());
        }
    }

    private Summary fill(String url) throws IOException {
        try (BookLog log = BookLog.open(url, SETTINGS)) {
            return Import.read(file(), log, Progress.silent());
        }
    }

    @Test
    void a_book_comes_back_row_by_row_and_byte_by_byte() throws IOException {
        String url = written();
        String other = database.fresh(directory);

        Summary exported = export(url);
        assertThat(fill(other)).isEqualTo(exported);

        assertThat(exported.counts()).isEqualTo(new Counts(2_517, 2));
        for (String table : List.of("DomainEventEntry", "SnapshotEventEntry")) {
            assertThat(Rows.of(other, table)).isEqualTo(Rows.of(url, table)).isNotEmpty();
        }
        assertThat(Rows.of(other, "TokenEntry")).isEmpty();
    }

    @Test
    void the_platform_goes_on_where_the_history_ends() throws IOException {
        String other = database.fresh(directory);
        export(written());
        fill(other);

        try (OpenBook open = new OpenBook(other)) {
            assertThat(open.engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(2_517));
            assertThat(open.engine.readSnapshot("long"))
                    .get()
                    .extracting(s -> s.getSequenceNumber())
                    .isEqualTo(2_000L);
            open.engine.appendEvents(events("long", 2_500, 1));
            assertThat(open.engine.lastSequenceNumberFor("long")).contains(2_500L);
            assertThat(open.engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(2_518));
        }
    }

    @Test
    void a_book_in_use_is_neither_exported_nor_filled() throws IOException {
        String url = written();
        export(url);

        try (OpenBook platform = new OpenBook(url)) {
            assertThatThrownBy(() -> export(url))
                    .isInstanceOf(HistoryFailure.class)
                    .hasMessageContaining("in use by another Daybook process");
            assertThatThrownBy(() -> fill(url))
                    .isInstanceOf(HistoryFailure.class)
                    .hasMessageContaining("in use by another Daybook process");
            assertThat(platform.book.commits().isWriting()).isTrue();
        }
    }

    @Test
    void a_book_that_holds_something_is_not_filled() throws IOException {
        String url = written();
        export(url);

        assertThatThrownBy(() -> fill(url))
                .isInstanceOf(HistoryFailure.class)
                .hasMessageContaining("not empty: it holds 2,517 events and 2 snapshots");
        assertThat(Rows.of(url, "DomainEventEntry")).hasSize(2_517);
    }

    @Test
    void a_book_that_a_platform_has_run_on_is_not_filled() throws IOException {
        export(written());
        String url = database.fresh(directory);
        try (OpenBook platform = new OpenBook(url)) {
            platform.tokens.initializeTokenSegments("views", 1, new GlobalSequenceTrackingToken(0));
        }

        assertThatThrownBy(() -> fill(url))
                .isInstanceOf(HistoryFailure.class)
                .hasMessageContaining("the positions of a platform that has run on it");
    }

    @Test
    void a_book_that_is_not_there_is_said_to_be_missing() {
        assertThatThrownBy(() -> BookLog.openExisting("jdbc:sqlite:" + directory.resolve("none.db"), SETTINGS))
                .isExactlyInstanceOf(HistoryFailure.class)
                .hasMessageContaining("There is no book");
        assertThat(directory.resolve("none.db")).doesNotExist();
        assertThatThrownBy(() -> BookLog.open("jdbc:h2:mem:", SETTINGS))
                .isExactlyInstanceOf(HistoryFailure.class)
                .hasMessageContaining("jdbc:h2:mem:");
        assertThatThrownBy(() -> BookLog.open("jdbc:postgresql://127.0.0.1:1/none", SETTINGS))
                .isInstanceOf(Unreachable.class);
    }
}
