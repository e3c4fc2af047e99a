package io.daybook.ui.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveStreamsTest {

    private static final PageSettings SETTINGS =
            new PageSettings(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMillis(20), 2, 1);

    @Test
    void there_are_only_so_many_and_a_closed_one_makes_room() {
        try (LiveStreams streams = new LiveStreams(SETTINGS, Clock.systemUTC())) {
            LiveStream first = streams.open();
            streams.open();
            assertThatThrownBy(streams::open).isInstanceOf(TooManyStreams.class);
            first.close();
            assertThat(streams.count()).isEqualTo(1);
            streams.open();
        }
    }

    @Test
    void a_stream_ends_when_its_time_is_up() {
        PageSettings brief =
                new PageSettings(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofMillis(20), 2, 1);
        try (LiveStreams streams = new LiveStreams(brief, Clock.systemUTC())) {
            AtomicInteger ended = new AtomicInteger();
            streams.open().onClose(ended::incrementAndGet);
            await().until(() -> ended.get() == 1 && streams.count() == 0);
        }
    }

    @Test
    void a_stream_about_something_that_is_gone_ends_with_the_next_heartbeat() {
        PageSettings patient =
                new PageSettings(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMillis(20), 2, 1);
        try (LiveStreams streams = new LiveStreams(patient, Clock.systemUTC())) {
            streams.open().endSoon();
            await().until(() -> streams.count() == 0);
        }
    }

    @Test
    void of_what_waits_to_be_written_only_the_newest_of_each_kind_is() throws InterruptedException {
        PageSettings patient =
                new PageSettings(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1), 2, 1);
        try (LiveStreams streams = new LiveStreams(patient, Clock.systemUTC())) {
            CountDownLatch busy = new CountDownLatch(1);
            CountDownLatch started = new CountDownLatch(1);
            AtomicInteger made = new AtomicInteger();
            LiveStream stream = streams.open();
            stream.offer("first", () -> {
                started.countDown();
                awaitQuietly(busy);
                return "first";
            });
            started.await();
            for (int i = 0; i < 1000; i++) {
                stream.offer("stock", () -> "number " + made.incrementAndGet());
            }
            CountDownLatch last = new CountDownLatch(1);
            stream.offer("end", () -> {
                last.countDown();
                return "";
            });
            busy.countDown();
            last.await();
            assertThat(made).hasValue(1);
        }
    }

    @Test
    void whoever_comes_after_the_end_is_told_at_once() {
        try (LiveStreams streams = new LiveStreams(SETTINGS, Clock.systemUTC())) {
            LiveStream stream = streams.open();
            stream.close();
            AtomicInteger told = new AtomicInteger();
            stream.onClose(told::incrementAndGet);
            stream.offer("stock", () -> "never");
            assertThat(told).hasValue(1);
        }
    }

    @Test
    void all_end_with_the_instance_and_so_does_one_that_comes_then() {
        LiveStreams streams = new LiveStreams(SETTINGS, Clock.systemUTC());
        AtomicInteger ended = new AtomicInteger();
        streams.open().onClose(ended::incrementAndGet);
        streams.close();
        streams.open().onClose(ended::incrementAndGet);
        assertThat(ended).hasValue(2);
        assertThat(streams.count()).isZero();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
