package io.daybook.standalone.book;

import static io.daybook.standalone.book.OpenBook.event;
import static io.daybook.standalone.book.OpenBook.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class EventStorageTest {

    @Parameter
    Database database;

    @TempDir
    Path directory;

    private String url;
    private OpenBook open;

    @BeforeEach
    void open() {
        url = database.fresh(directory);
        open = new OpenBook(url);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void an_aggregate_is_read_as_it_was_written() {
        open.engine.appendEvents(events("a", 0, 3));
        open.engine.appendEvents(events("b", 0, 1));
        open.engine.appendEvents(events("a", 3, 2));

        List<? extends DomainEventMessage<?>> read =
                open.engine.readEvents("a").asStream().toList();

        assertThat(read).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(read.get(4).getPayload()).isEqualTo(new Noted("a", 4));
        assertThat(read.get(4).getType()).isEqualTo("Note");
        assertThat(open.engine.readEvents("a", 3).asStream()).hasSize(2);
        assertThat(open.engine.readEvents("c").hasNext()).isFalse();
    }

    @Test
    void positions_are_counted_from_one_and_go_on_after_a_restart() {
        open.engine.appendEvents(events("a", 0, 2));
        open.close();
        open = new OpenBook(url);
        open.engine.appendEvents(events("a", 2, 2));

        assertThat(positions()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void metadata_identifiers_and_timestamps_come_back() {
        EventMessage<?> written = event("a", 0).andMetaData(Collections.singletonMap("by", "me"));
        open.engine.appendEvents(List.of(written));

        DomainEventMessage<?> read = open.engine.readEvents("a").next();

        assertThat(read.getMetaData()).containsEntry("by", "me");
        assertThat(read.getIdentifier()).isEqualTo(written.getIdentifier());
        assertThat(read.getTimestamp().toEpochMilli())
                .isEqualTo(written.getTimestamp().toEpochMilli());
    }

    @Test
    void an_event_without_an_aggregate_is_kept() {
        EventMessage<Noted> written = GenericEventMessage.asEventMessage(new Noted("alone", 1));
        open.engine.appendEvents(List.of(written));

        TrackedEventMessage<?> read =
                open.engine.readEvents(null, false).findFirst().orElseThrow();

        assertThat(read).isNotInstanceOf(DomainEventMessage.class);
        assertThat(read.getIdentifier()).isEqualTo(written.getIdentifier());
    }

    @Test
    void a_sequence_number_that_is_taken_is_a_concurrency_failure() {
        open.engine.appendEvents(events("a", 0, 2));

        assertThatThrownBy(() -> open.engine.appendEvents(events("a", 1, 2))).isInstanceOf(ConcurrencyException.class);
        assertThat(open.engine.readEvents("a").asStream()).hasSize(2);
        assertThat(positions()).containsExactly(1L, 2L);
    }

    @Test
    void an_identifier_that_is_taken_is_a_creation_failure() {
        open.engine.appendEvents(events("a", 0, 1));

        assertThatThrownBy(() -> open.engine.appendEvents(events("a", 0, 1)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void of_two_writers_of_one_aggregate_one_wins_each_time() throws Exception {
        int rounds = 200;
        ExecutorService writers = Executors.newFixedThreadPool(2);
        List<Future<Integer>> wins = new ArrayList<>();
        for (int writer = 0; writer < 2; writer++) {
            wins.add(writers.submit(() -> {
                int won = 0;
                for (int number = 1; number <= rounds; number++) {
                    won += appended(number) ? 1 : 0;
                }
                return won;
            }));
        }
        open.engine.appendEvents(events("a", 0, 1));

        assertThat(wins.get(0).get() + wins.get(1).get()).isEqualTo(rounds);
        assertThat(open.engine.readEvents("a").asStream()).hasSize(rounds + 1);
        assertThat(positions()).hasSize(rounds + 1).isSorted().last().isEqualTo(rounds + 1L);
        writers.shutdown();
    }

    private boolean appended(int number) {
        try {
            open.engine.appendEvents(List.of(event("a", number)));
            return true;
        } catch (ConcurrencyException e) {
            return false;
        }
    }

    @Test
    void duplicates_fail_alone_among_others_that_are_written() throws Exception {
        open.engine.appendEvents(events("taken", 0, 2));
        int threads = 24;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService writers = Executors.newFixedThreadPool(threads);
        List<Future<?>> good = new ArrayList<>();
        List<Future<?>> bad = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            String aggregate = "good-" + i;
            boolean duplicate = i % 4 == 0;
            (duplicate ? bad : good).add(writers.submit(() -> {
                start.await();
                open.engine.appendEvents(duplicate ? events("taken", 1, 3) : events(aggregate, 0, 3));
                return null;
            }));
        }
        start.countDown();

        for (Future<?> written : good) {
            written.get();
        }
        for (Future<?> refused : bad) {
            assertThatThrownBy(refused::get).hasCauseInstanceOf(ConcurrencyException.class);
        }
        assertThat(open.engine.readEvents("taken").asStream()).hasSize(2);
        assertThat(positions()).hasSize(2 + 3 * good.size()).last().isEqualTo(2L + 3 * good.size());
        writers.shutdown();
    }

    @Test
    void head_and_tail_of_an_empty_book_are_before_the_first_event() {
        assertThat(open.engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(open.engine.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(open.engine.createTokenAt(Instant.now())).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(open.engine.lastSequenceNumberFor("a")).isEmpty();
    }

    @Test
    void tokens_are_made_for_the_head_the_tail_and_a_time() {
        Instant early = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 5; i++) {
            Instant time = early.plus(Duration.ofHours(i));
            open.engine.appendEvents(
                    List.of(new GenericDomainEventMessage<>("Note", "a", i, event("a", i), () -> time)));
        }

        assertThat(open.engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(5));
        assertThat(open.engine.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(open.engine.createTokenAt(early.plus(Duration.ofMinutes(90))))
                .isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(open.engine.createTokenAt(early.plus(Duration.ofDays(1))))
                .isEqualTo(new GlobalSequenceTrackingToken(5));
        assertThat(open.engine.lastSequenceNumberFor("a")).contains(4L);
    }

    @Test
    void the_newest_snapshot_takes_the_place_of_older_ones() {
        open.engine.storeSnapshot(event("a", 10));
        open.engine.storeSnapshot(event("a", 20));
        open.engine.storeSnapshot(event("a", 20));

        Awaitility.await().until(() -> open.book.commits().units() == 3);
        assertThat(open.engine.readSnapshot("a"))
                .get()
                .extracting(m -> m.getSequenceNumber())
                .isEqualTo(20L);
        assertThat(open.number("SELECT count(*) FROM SnapshotEventEntry")).isEqualTo(1);
        assertThat(open.book.commits().failures()).isZero();
    }

    @Test
    void a_unit_of_work_knows_the_position_of_its_last_event() {
        open.engine.appendEvents(events("a", 0, 3));
        var work = DefaultUnitOfWork.startAndGet(null);
        open.events.publish(events("b", 0, 2));
        work.onCommit(
                w -> assertThat(w.<Long>getResource(BookConfiguration.POSITION)).isEqualTo(5L));
        work.commit();

        assertThat(work.<Long>getResource(BookConfiguration.POSITION)).isEqualTo(5L);
    }

    @Test
    void a_long_book_is_read_page_by_page() {
        int count = 5_000;
        for (int i = 0; i < count; i += 500) {
            open.engine.appendEvents(events("long", i, 500));
        }
        assertThat(open.engine.readEvents("long").asStream()).hasSize(count);
        assertThat(positions()).hasSize(count);

        open.engine
                .readEvents(null, false)
                .limit(10)
                .forEach(event -> assertThat(event).isNotNull());
    }

    private List<Long> positions() {
        return open.engine
                .readEvents(null, false)
                .map(event -> ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex())
                .toList();
    }
}
