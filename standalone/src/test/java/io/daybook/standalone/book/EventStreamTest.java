package io.daybook.standalone.book;

import static io.daybook.standalone.book.OpenBook.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
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
@Timeout(120)
class EventStreamTest {

    /** Small, so that streams fall out of it all the time. */
    private static final BookSettings SMALL_RING = new BookSettings(
            null,
            256,
            4096,
            Duration.ofMillis(50),
            64,
            20,
            8,
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2));

    /** The thread that calls at the commit. */
    private static final String WRITER = "book-writer";

    @Parameter
    Database database;

    @TempDir
    Path directory;

    private String url;
    private OpenBook open;

    @BeforeEach
    void open() {
        url = database.fresh(directory);
        open = new OpenBook(url, SMALL_RING);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void a_stream_gives_each_event_once_from_its_token_on() throws Exception {
        open.engine.appendEvents(events("a", 0, 150));

        for (long token : new long[] {0, 1, 19, 20, 21, 85, 86, 87, 148, 149, 150}) {
            try (TrackingEventStream stream = open.events.openStream(new GlobalSequenceTrackingToken(token))) {
                assertThat(available(stream)).containsExactlyElementsOf(range(token + 1, 150));
            }
        }
        try (TrackingEventStream stream = open.events.openStream(null)) {
            assertThat(available(stream)).containsExactlyElementsOf(range(1, 150));
        }
    }

    @Test
    void a_stream_opened_ahead_of_the_book_waits_for_its_event() throws Exception {
        open.engine.appendEvents(events("a", 0, 5));
        try (TrackingEventStream stream = open.events.openStream(new GlobalSequenceTrackingToken(7))) {
            assertThat(stream.hasNextAvailable()).isFalse();
            open.engine.appendEvents(events("a", 5, 5));
            assertThat(available(stream)).containsExactly(8L, 9L, 10L);
        }
    }

    @Test
    void after_a_restart_a_stream_starts_on_disk_and_goes_on_in_memory() throws Exception {
        open.engine.appendEvents(events("a", 0, 30));
        open.close();
        open = new OpenBook(url, SMALL_RING);
        open.engine.appendEvents(events("a", 30, 30));

        try (TrackingEventStream stream = open.events.openStream(null)) {
            assertThat(available(stream)).containsExactlyElementsOf(range(1, 60));
        }
    }

    @Test
    void the_newest_events_are_the_objects_that_were_appended() throws Exception {
        var written = events("a", 0, 3);
        open.engine.appendEvents(written);

        try (TrackingEventStream stream = open.events.openStream(new GlobalSequenceTrackingToken(0))) {
            assertThat(stream.nextAvailable().getPayload())
                    .isSameAs(written.get(0).getPayload());
        }
    }

    @Test
    void memory_and_disk_tell_the_same_of_an_event() throws Exception {
        open.engine.appendEvents(events("a", 0, 1));
        TrackedEventMessage<?> memory;
        try (TrackingEventStream stream = open.events.openStream(null)) {
            memory = stream.nextAvailable();
        }
        TrackedEventMessage<?> disk =
                open.engine.readEvents(null, false).findFirst().orElseThrow();

        assertThat(memory.getTimestamp()).isEqualTo(disk.getTimestamp());
        assertThat(memory.getPayload()).isEqualTo(disk.getPayload());
        assertThat(memory.getMetaData()).isEqualTo(disk.getMetaData());
        assertThat(memory.trackingToken()).isEqualTo(disk.trackingToken());
        assertThat(memory.getIdentifier()).isEqualTo(disk.getIdentifier());
        assertThat(memory.getPayloadType()).isEqualTo(disk.getPayloadType());
    }

    @Test
    void whoever_found_nothing_is_called_once_there_is_something() throws Exception {
        Semaphore calls = new Semaphore(0);
        try (TrackingEventStream stream = open.events.openStream(null)) {
            assertThat(stream.setOnAvailableCallback(calls::release)).isTrue();
            assertThat(stream.hasNextAvailable()).isFalse();

            open.engine.appendEvents(events("a", 0, 1));
            assertThat(calls.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

            open.engine.appendEvents(events("a", 1, 1));
            assertThat(available(stream)).containsExactly(1L, 2L);

            open.engine.appendEvents(events("a", 2, 1));
            assertThat(calls.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whoever_comes_late_is_called_at_once() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        open.book.commits().afterCommit(told::countDown);
        open.engine.appendEvents(events("a", 0, 1));
        told.await();
        AtomicInteger calls = new AtomicInteger();
        try (TrackingEventStream stream = open.events.openStream(null)) {
            stream.setOnAvailableCallback(calls::incrementAndGet);
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void whoever_is_there_for_some_events_is_called_for_these_at_once_and_for_others_later() throws Exception {
        BlockingQueue<String> calls = new LinkedBlockingQueue<>();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                open.events.callingFor(EventStreamTest::isOfB).openStream(null)) {
            stream.setOnAvailableCallback(() -> calls.add(Thread.currentThread().getName()));

            open.engine.appendEvents(events("a", 0, 1));
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isNotNull().isNotEqualTo(WRITER);
            assertThat(available(stream)).containsExactly(1L);

            open.engine.appendEvents(events("b", 0, 1));
            assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo(WRITER);
            assertThat(available(stream)).containsExactly(2L);
        }
    }

    @Test
    void whoever_has_no_use_for_a_type_is_called_for_it_later() throws Exception {
        open.engine.appendEvents(events("a", 0, 1));
        BlockingQueue<String> calls = new LinkedBlockingQueue<>();
        try (TrackingEventStream stream = open.events.openStream(null)) {
            stream.skipMessagesWithPayloadTypeOf(stream.nextAvailable());
            stream.setOnAvailableCallback(() -> calls.add(Thread.currentThread().getName()));

            open.engine.appendEvents(events("a", 1, 1));

            assertThat(calls.poll(10, TimeUnit.SECONDS)).isNotNull().isNotEqualTo(WRITER);
            assertThat(available(stream)).containsExactly(2L);
        }
    }

    @Test
    void a_callback_that_fails_stops_neither_the_writer_nor_other_streams() throws Exception {
        Semaphore calls = new Semaphore(0);
        TrackingEventStream failing = open.events.openStream(null);
        TrackingEventStream other = open.events.openStream(null);
        failing.setOnAvailableCallback(() -> {
            throw new IllegalStateException("no");
        });
        other.setOnAvailableCallback(calls::release);

        open.engine.appendEvents(events("a", 0, 1));
        assertThat(calls.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        open.engine.appendEvents(events("a", 1, 1));
        assertThat(available(failing)).hasSize(2);
    }

    @Test
    void a_blocked_consumer_wakes_at_the_commit() throws Exception {
        ExecutorService consumer = Executors.newSingleThreadExecutor();
        try (TrackingEventStream stream = open.events.openStream(null)) {
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            Future<? extends TrackedEventMessage<?>> next = consumer.submit(stream::nextAvailable);
            open.engine.appendEvents(events("a", 0, 1));
            assertThat(next.get(10, TimeUnit.SECONDS).trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(1));
        }
        consumer.shutdown();
    }

    @Test
    void a_consumer_blocked_on_a_stream_that_is_closed_is_told() {
        ExecutorService consumer = Executors.newSingleThreadExecutor();
        TrackingEventStream stream = open.events.openStream(null);
        Future<? extends TrackedEventMessage<?>> next = consumer.submit(stream::nextAvailable);
        stream.close();
        assertThatThrownBy(next::get).hasCauseInstanceOf(IllegalStateException.class);
        consumer.shutdown();
    }

    @Test
    void peeking_takes_nothing() throws Exception {
        open.engine.appendEvents(events("a", 0, 2));
        try (TrackingEventStream stream = open.events.openStream(null)) {
            assertThat(stream.peek()).isPresent().isEqualTo(stream.peek());
            assertThat(available(stream)).hasSize(2);
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void another_stores_token_is_refused() {
        assertThatThrownBy(() -> open.events.openStream(GapAwareTrackingToken.newInstance(3, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void upcasters_that_split_and_drop_events_lose_nothing_else() throws Exception {
        open.engine.appendEvents(events("a", 0, 100));
        open.close();
        EventUpcaster splitting = stream -> stream.flatMap(event -> {
            long number = event.getTrackingToken().orElseThrow().position().orElseThrow();
            return IntStream.range(0, number > 20 && number <= 60 ? 0 : 2).mapToObj(i -> event);
        });
        open = new OpenBook(url, SMALL_RING, splitting);

        try (TrackingEventStream stream = open.events.openStream(null)) {
            List<Long> expected = LongStream.concat(LongStream.rangeClosed(1, 20), LongStream.rangeClosed(61, 100))
                    .flatMap(number -> LongStream.of(number, number))
                    .boxed()
                    .toList();
            assertThat(available(stream)).isEqualTo(expected);
        }
    }

    @Test
    void slow_and_fast_streams_see_each_event_once_while_many_append() throws Exception {
        int writers = 8;
        int appends = 150;
        int total = writers * appends * 3;
        int consumers = 12;
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<Long>>> seen = new ArrayList<>();
        for (int i = 0; i < consumers; i++) {
            int slowness = i % 4;
            boolean blocking = i % 2 == 0;
            seen.add(threads.submit(() -> {
                start.await();
                return blocking ? blocking(total, slowness) : called(total, slowness);
            }));
        }
        List<Future<?>> written = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String aggregate = "a" + i;
            written.add(threads.submit(() -> {
                start.await();
                for (int n = 0; n < appends; n++) {
                    open.engine.appendEvents(events(aggregate, n * 3L, 3));
                }
                return null;
            }));
        }
        start.countDown();

        for (Future<?> append : written) {
            append.get();
        }
        for (Future<List<Long>> positions : seen) {
            assertThat(positions.get()).isEqualTo(range(1, total));
        }
        threads.shutdown();
    }

    private static boolean isOfB(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domainEvent
                && domainEvent.getAggregateIdentifier().equals("b");
    }

    /** Reads as a tracking processor does. */
    private List<Long> blocking(int count, int slowness) throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        try (TrackingEventStream stream = open.events.openStream(null)) {
            while (positions.size() < count) {
                positions.add(position(stream.nextAvailable()));
                dawdle(slowness);
            }
        }
        return positions;
    }

    /** Reads as a pooled processor does: all there is, then nothing until it is called. */
    private List<Long> called(int count, int slowness) throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        Semaphore calls = new Semaphore(1);
        try (TrackingEventStream stream = open.events.openStream(null)) {
            stream.setOnAvailableCallback(calls::release);
            while (positions.size() < count) {
                assertThat(calls.tryAcquire(30, TimeUnit.SECONDS)).as("called").isTrue();
                while (stream.hasNextAvailable()) {
                    positions.add(position(stream.nextAvailable()));
                    dawdle(slowness);
                }
            }
        }
        return positions;
    }

    private static void dawdle(int slowness) {
        if (slowness > 0 && ThreadLocalRandom.current().nextInt(50) == 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(slowness));
        }
    }

    private static List<Long> available(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        while (stream.hasNextAvailable()) {
            positions.add(position(stream.nextAvailable()));
        }
        return positions;
    }

    private static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
