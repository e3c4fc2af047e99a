package io.daybook.standalone.book;

import static io.daybook.standalone.book.OpenBook.SETTINGS;
import static io.daybook.standalone.book.OpenBook.event;
import static io.daybook.standalone.book.OpenBook.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.daybook.history.Counts;
import io.daybook.history.EventLog;
import io.daybook.history.Export;
import io.daybook.history.HistoryApplication;
import io.daybook.history.Import;
import io.daybook.history.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A history that goes from a book through a real Axon Server and back. Needs a server whose context {@code default} is
 * empty, at the gRPC address HOST:PORT in the environment variable {@code DAYBOOK_AXON_SERVER_FOR_HISTORY}; it
 * is full afterwards, and so must be another one than the journeys have.
 * Without the variable this is skipped; a server that is not empty is a failure.
 */
class AxonServerHistoryTest {

    private static final String VARIABLE = "DAYBOOK_AXON_SERVER_FOR_HISTORY";

    @TempDir
    Path directory;

    private String server;
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void find() {
        server = System.getenv(VARIABLE);
        if (server == null) {
            System.err.printf(
                    "%n*** SKIPPED: %s is not set, so that no history is carried through a real Axon Server. Set it to the"
                            + " HOST:PORT (gRPC) of an empty one. ***%n%n",
                    VARIABLE);
        }
        assumeTrue(server != null, VARIABLE + " is not set");
    }

    private Path file(String name) {
        return directory.resolve(name + ".jsonl.gz");
    }

    private int run(String command, Path file) {
        return HistoryApplication.commandLine()
                .setErr(new PrintWriter(err))
                .execute(command, "--axon-server", server, file.toString());
    }

    @Test
    void what_goes_through_an_axon_server_comes_back() throws IOException {
        String url = Database.SQLITE.fresh(directory);
        write(url);
        try (EventLog book = BookLog.open(url, SETTINGS)) {
            assertThat(Export.write(book, file("out"), Progress.silent()).counts())
                    .isEqualTo(new Counts(2_602, 2));
        }

        assertThat(run("import", file("out"))).as(err.toString()).isZero();
        assertThat(run("import", file("out"))).isEqualTo(1);
        assertThat(err.toString()).contains("not empty: it holds 2,602 events and 2 snapshots");
        assertThat(run("export", file("back"))).as(err.toString()).isZero();

        String other = Database.SQLITE.fresh(directory);
        try (EventLog book = BookLog.open(other, SETTINGS)) {
            Import.read(file("back"), book, Progress.silent());
        }
        for (String table : List.of("DomainEventEntry", "SnapshotEventEntry")) {
            assertThat(Rows.of(other, table)).isEqualTo(Rows.of(url, table));
        }
    }

    private static void write(String url) {
        try (OpenBook open = new OpenBook(url)) {
            for (int i = 0; i < 2_500; i += 500) {
                open.engine.appendEvents(events("long", i, 500));
                open.engine.appendEvents(events("short-" + i, 0, 20));
            }
            open.engine.appendEvents(List.of(
                    event("£ \u201c日本\u201d", 0).andMetaData(Map.of("by", "me")),
                    GenericEventMessage.asEventMessage(new Noted("alone", 1))));
            open.engine.storeSnapshot(event("long", 2_000));
            open.engine.storeSnapshot(event("short-0", 2));
        }
    }
}
