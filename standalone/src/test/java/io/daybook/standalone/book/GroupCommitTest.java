package io.daybook.standalone.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@Timeout(60)
class GroupCommitTest {

    private static final String INSERT = "INSERT INTO TokenEntry (processorName, segment) VALUES (?, ?)";
    private static final String COUNT = "SELECT count(*) FROM TokenEntry";

    @Parameter
    Database database;

    @TempDir
    Path directory;

    private String url;
    private OpenBook open;
    private GroupCommit commits;

    @BeforeEach
    void open() {
        url = database.fresh(directory);
        BookSettings settings = new BookSettings(
                null,
                16,
                32,
                Duration.ofMillis(50),
                100,
                100,
                4,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2));
        open = new OpenBook(url, settings);
        commits = open.book.commits();
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** Writes rows; the same number twice is refused by the primary key. */
    private static BookUnit rows(int... numbers) {
        return (batches, first) -> {
            for (int number : numbers) {
                batches.add(INSERT, statement -> {
                    statement.setString(1, "row");
                    statement.setInt(2, number);
                });
            }
        };
    }

    /** Keeps the writer busy until it is let go, so that what comes meanwhile is written as one group. */
    private CountDownLatch busy() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        var unused = commits.submit((batches, first) -> {
            busy.countDown();
            await(go);
        });
        busy.await();
        return go;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_waits_goes_into_one_commit() throws Exception {
        CountDownLatch go = busy();
        long before = commits.commits();
        List<CompletableFuture<?>> units = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            units.add(commits.submit(rows(i)));
        }
        assertThat(commits.queued()).isEqualTo(10);
        go.countDown();
        CompletableFuture.allOf(units.toArray(CompletableFuture[]::new)).join();

        assertThat(commits.commits() - before).isEqualTo(2);
        assertThat(open.number(COUNT)).isEqualTo(10);
    }

    @Test
    void no_commit_takes_more_than_a_group() throws Exception {
        CountDownLatch go = busy();
        long before = commits.commits();
        List<CompletableFuture<?>> units = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            units.add(commits.submit(rows(i)));
        }
        go.countDown();
        CompletableFuture.allOf(units.toArray(CompletableFuture[]::new)).join();

        assertThat(commits.commits() - before).isEqualTo(3);
    }

    @Test
    void a_unit_that_may_wait_goes_with_others_when_its_time_has_come_or_somebody_hurries_it() {
        Queued patient = commits.submit(rows(1), Duration.ofHours(1));
        Queued another = commits.submit(rows(2), Duration.ofHours(1));
        commits.write(rows(3));
        assertThat(open.number(COUNT)).isEqualTo(1);

        commits.hurry(another);
        assertThat(another.done()).succeedsWithin(Duration.ofSeconds(10));
        commits.hurry(another);
        assertThat(open.number(COUNT)).isEqualTo(2);
        assertThat(patient.done()).isNotDone();

        open.close();
        assertThat(patient.done()).isCompleted();
        assertThat(commits.submit(rows(4), Duration.ofHours(1)).done()).isCompletedExceptionally();
    }

    @Test
    void a_unit_that_may_wait_is_written_by_itself_when_nothing_else_is() {
        assertThat(commits.submit(rows(1), Duration.ofMillis(20)).done()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void a_unit_that_fails_fails_alone_and_leaves_nothing_behind() throws Exception {
        CountDownLatch go = busy();
        CompletableFuture<?> before = commits.submit(rows(1, 2));
        CompletableFuture<?> refused = commits.submit(rows(3, 4, 2));
        CompletableFuture<?> broken = commits.submit((batches, first) -> {
            rows(5).write(batches, first);
            throw new IllegalStateException("broken");
        });
        CompletableFuture<?> after = commits.submit(rows(3));
        go.countDown();

        assertThatCode(before::join).doesNotThrowAnyException();
        assertThatThrownBy(refused::join).hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(broken::join).hasRootCauseMessage("broken");
        assertThatCode(after::join).doesNotThrowAnyException();
        assertThat(open.number(COUNT)).isEqualTo(3);
        assertThat(commits.failures()).isEqualTo(2);
        assertThat(commits.isWriting()).isTrue();
    }

    @Test
    void a_unit_is_told_only_once_it_is_on_disk() {
        AtomicInteger told = new AtomicInteger();
        BookUnit unit = new BookUnit() {
            @Override
            public void write(Batches batches, long first) throws SQLException {
                rows(1).write(batches, first);
            }

            @Override
            public void written(long first) {
                told.set((int) open.number(COUNT));
            }
        };
        commits.write(unit);

        assertThat(told).hasValue(1);
    }

    @Test
    void whoever_brings_more_than_the_queue_holds_waits() throws Exception {
        CountDownLatch go = busy();
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<?>> units = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int number = i;
            units.add(threads.submit(() -> commits.submit(rows(number)).join()));
        }
        Awaitility.await().until(() -> commits.queued() == 32);
        go.countDown();

        for (Future<?> unit : units) {
            unit.get();
        }
        assertThat(open.number(COUNT)).isEqualTo(50);
        threads.shutdown();
    }

    @Test
    void closing_writes_what_waits_and_refuses_what_comes_later() throws Exception {
        CountDownLatch go = busy();
        List<CompletableFuture<?>> units = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            units.add(commits.submit(rows(i)));
        }
        CompletableFuture<Void> closing = CompletableFuture.runAsync(commits::close);
        Awaitility.await().until(() -> !commits.isWriting());
        assertThat(commits.submit(rows(99))).isCompletedExceptionally();
        go.countDown();
        closing.get(10, TimeUnit.SECONDS);

        assertThat(units).allSatisfy(unit -> assertThat(unit).isCompleted());
        assertThat(commits.isWriting()).isFalse();
        assertThatThrownBy(() -> commits.write(rows(100)))
                .isInstanceOf(NotWritten.class)
                .hasMessageContaining("closed");
        open.close();
        open = new OpenBook(url);
        assertThat(open.number(COUNT)).isEqualTo(20);
    }

    @Test
    void a_writer_that_dies_takes_all_that_waits_and_all_that_comes_with_it() throws Exception {
        CountDownLatch go = busy();
        CompletableFuture<?> fatal = commits.submit(new BookUnit() {
            @Override
            public void write(Batches batches, long first) {
                throw new StackOverflowError("fatal");
            }
        });
        List<CompletableFuture<?>> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            waiting.add(commits.submit(rows(i)));
        }
        go.countDown();

        assertThatThrownBy(fatal::join).hasRootCauseMessage("fatal");
        assertThat(waiting)
                .allSatisfy(unit -> assertThatThrownBy(unit::join)
                        .isInstanceOf(CompletionException.class)
                        .hasRootCauseMessage("fatal"));
        assertThatThrownBy(() -> commits.write(rows(100))).hasRootCauseMessage("fatal");
        assertThat(commits.isWriting()).isFalse();
    }

    @Test
    void a_book_has_one_writer() {
        assertThatThrownBy(() -> new OpenBook(url))
                .isInstanceOf(BookInUse.class)
                .hasMessageContaining("in use by another Daybook process");

        open.close();
        open = new OpenBook(url);
        assertThatCode(() -> open.book.commits().write(rows(1))).doesNotThrowAnyException();
    }

    @Test
    void its_figures_add_up() {
        commits.write(rows(1));
        commits.write(rows(2));
        open.engine.appendEvents(OpenBook.events("a", 0, 3));

        assertThat(commits.units()).isEqualTo(3);
        assertThat(commits.events()).isEqualTo(3);
        assertThat(commits.commits()).isEqualTo(3);
        assertThat(commits.head()).isEqualTo(3);
        assertThat(commits.failures()).isZero();
        assertThat(commits.queued()).isZero();
        assertThat(commits.timeInCommit()).isPositive();
    }
}
