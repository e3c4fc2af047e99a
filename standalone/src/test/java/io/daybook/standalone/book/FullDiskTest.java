package io.daybook.standalone.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.standalone.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FullDiskTest {

    private static final int SIZE = 24 * 1024 * 1024;

    @TempDir
    Path directory;

    private @Nullable SmallDisk disk;

    @BeforeEach
    void mount() throws Exception {
        disk = SmallDisk.mount(directory, SIZE);
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void a_full_disk_fails_what_cannot_be_written_and_nothing_else_and_writing_goes_on_once_there_is_room()
            throws Exception {
        Path ballast = Files.write(directory.resolve("ballast"), new byte[SIZE / 2]);
        String url = "jdbc:sqlite:" + directory.resolve("book.db");
        List<String> acknowledged = new ArrayList<>();
        try (OpenBook open = new OpenBook(url)) {
            assertThat(appendUntilFull(open, acknowledged)).isPositive();
            assertThat(acknowledged).isNotEmpty();
            assertThatThrownBy(() -> append(open, "large", 2_000_000))
                    .isInstanceOf(EventStoreException.class)
                    .rootCause()
                    .hasMessageContaining("full");
            assertThat(open.book.commits().isWriting()).isTrue();
            verify(open, acknowledged);

            Files.delete(ballast);
            for (int i = 0; i < 20; i++) {
                append(open, "later-" + i, 1_000);
                acknowledged.add("later-" + i);
            }
            open.tokens.storeToken(open.engine.createHeadToken(), "saga", 0);
            verify(open, acknowledged);
        }
        try (OpenBook open = new OpenBook(url)) {
            verify(open, acknowledged);
        }
    }

    /** Appends from several threads until each of them has failed; returns how many appends have. */
    private static int appendUntilFull(OpenBook open, List<String> acknowledged) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<List<String>>> appended = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String prefix = "a" + i + "-";
            appended.add(threads.submit(() -> {
                List<String> mine = new ArrayList<>();
                try {
                    for (int n = 0; ; n++) {
                        append(open, prefix + n, 5_000);
                        mine.add(prefix + n);
                    }
                } catch (EventStoreException e) {
                    assertThat(e).rootCause().hasMessageContaining("full");
                    return mine;
                }
            }));
        }
        for (Future<List<String>> mine : appended) {
            acknowledged.addAll(mine.get());
        }
        threads.shutdown();
        return appended.size();
    }

    private static void append(OpenBook open, String aggregate, int size) {
        open.engine.appendEvents(
                List.of(new GenericDomainEventMessage<>("Note", aggregate, 0, new Noted("x".repeat(size), 1))));
    }

    private static void verify(OpenBook open, List<String> acknowledged) throws Exception {
        assertThat(acknowledged)
                .allSatisfy(aggregate ->
                        assertThat(open.engine.readEvents(aggregate).asStream()).hasSize(1));
        assertThat(open.number("SELECT count(*) FROM DomainEventEntry"))
                .isEqualTo(acknowledged.size())
                .isEqualTo(open.number("SELECT max(globalIndex) FROM DomainEventEntry"));
        try (Connection connection = open.book.readers().getConnection();
                Statement statement = connection.createStatement();
                ResultSet integrity = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(integrity.next()).isTrue();
            assertThat(integrity.getString(1)).isEqualTo("ok");
        }
    }
}
