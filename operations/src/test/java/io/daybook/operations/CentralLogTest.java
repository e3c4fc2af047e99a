package io.daybook.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CentralLogTest {

    private static final Logger log = LoggerFactory.getLogger("io.daybook.order.Desk");
    private static final int ROOM = 100_000;
    private static final LogSettings SETTINGS =
            new LogSettings(Duration.ofDays(7), 1_000, Duration.ofMillis(5), Duration.ofMillis(5), ROOM);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LogQueue queue = new LogQueue(SETTINGS.waiting(), registry);
    private final LogAppender appender = new LogAppender(queue);
    private MongoServer server = new MongoServer(new MemoryBackend());
    private final InetSocketAddress address = server.bind();
    private final OperationsDatabase database = OperationsDatabase.open(
            "mongodb://127.0.0.1:%d/operations?serverSelectionTimeoutMS=30000".formatted(address.getPort()));
    private final LogWriter writer = new LogWriter(
            database.collection("logs"),
            queue,
            new LogOrigin(List::of, "daybook", "shop"),
            SETTINGS,
            Clock.systemUTC());

    @BeforeEach
    void listen() {
        appender.attach();
    }

    @AfterEach
    void close() {
        appender.detach();
        if (writer.isRunning()) {
            writer.stop();
        }
        database.close();
        server.shutdownNow();
    }

    private List<LogLine> lines(String text) {
        return new LogBook(database.collection("logs"), Clock.systemUTC())
                .newest(new LogSearch(text, null, "", "", "", ""), null, 1_000);
    }

    private double counted() {
        return registry.get("daybook.logs.dropped").functionCounter().count();
    }

    @Test
    void a_line_is_kept_with_all_that_is_known_of_it() {
        writer.start();
        try (MDC.MDCCloseable order = MDC.putCloseable("orderId", "order-17");
                MDC.MDCCloseable trace = MDC.putCloseable("traceId", "trace-4");
                MDC.MDCCloseable instance = MDC.putCloseable("instance", "order-2")) {
            log.warn("Could not find {}", "the goods", new IllegalStateException("empty shelf"));
        }
        log.info("Tidied up");

        await().until(() -> lines("").size() == 2);
        LogLine about = lines("the goods").get(0);
        assertThat(about.level()).isEqualTo(Level.WARN);
        assertThat(about.message()).isEqualTo("Could not find the goods");
        assertThat(about.logger()).isEqualTo("io.daybook.order.Desk");
        assertThat(about.instance()).isEqualTo("order-2");
        assertThat(about.orderId()).isEqualTo("order-17");
        assertThat(about.traceId()).isEqualTo("trace-4");
        assertThat(about.exception()).contains("IllegalStateException: empty shelf", "CentralLogTest");
        assertThat(about.thread()).isEqualTo(Thread.currentThread().getName());
        assertThat(lines("tidied").get(0).instance()).isEqualTo("daybook");
        assertThat(lines("tidied").get(0).service()).isEqualTo("shop");
        assertThat(lines("tidied").get(0).orderId()).isNull();
    }

    @Test
    void a_line_that_would_take_too_much_room_is_cut() {
        writer.start();
        log.warn("long " + "x".repeat(50_000), new IllegalStateException("y".repeat(50_000)));

        await().until(() -> !lines("long").isEmpty());
        LogLine line = lines("long").get(0);
        assertThat(line.message()).hasSize(8_000).endsWith("…");
        assertThat(line.exception()).hasSize(16_000).endsWith("…");
    }

    @Test
    void when_too_much_waits_the_least_important_is_dropped_first_and_how_much_it_was_is_said_and_counted() {
        String text = "x".repeat(800);
        for (int i = 0; i < 200; i++) {
            log.info(text);
        }
        assertThat(counted()).isEqualTo(150);
        for (int i = 0; i < 60; i++) {
            log.warn(text);
        }
        assertThat(counted()).isEqualTo(160);

        writer.start();

        await().until(() -> !lines("160 log lines were dropped").isEmpty());
        assertThat(lines("160 log lines were dropped").get(0).level()).isEqualTo(Level.WARN);
        assertThat(lines(text)).hasSize(100);
        log.info("room again");
        await().until(() -> !lines("room again").isEmpty());
        assertThat(lines("were dropped")).hasSize(1);
    }

    @Test
    void what_is_said_while_the_database_is_away_is_written_later_and_once() {
        writer.start();
        log.info("before");
        await().until(() -> !lines("before").isEmpty());
        await().until(() -> queue.first(1).isEmpty());
        server.shutdownNow();
        log.info("meanwhile");
        // The writer's own complaint, of which there is one however often it tries.
        await().atMost(Duration.ofSeconds(30)).until(() -> queue.first(10).size() == 2);
        assertThat(queue.first(10)).extracting(LogEntry::message).first().isEqualTo("meanwhile");

        server = new MongoServer(new MemoryBackend());
        server.bind(address);

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(MongoException.class)
                .until(() -> !lines("meanwhile").isEmpty());
        assertThat(lines("tries again until it does")).hasSize(1);
        assertThat(lines("")).hasSize(2);
        assertThat(counted()).isZero();
    }

    @Test
    void lines_that_an_attempt_without_an_answer_has_written_are_not_written_again() {
        log.info("once");
        LogEntry waiting = queue.first(1).get(0);
        writer.round();
        queue.add(waiting);
        log.info("next");
        writer.round();

        assertThat(lines("")).extracting(LogLine::message).containsExactly("next", "once");
        assertThat(counted()).isZero();
    }

    @Test
    void what_waits_at_the_end_is_written() {
        writer.start();
        await().until(() -> queue.first(1).isEmpty());
        log.info("goodbye");
        writer.stop();

        assertThat(lines("goodbye")).hasSize(1);
    }

    @Test
    void what_the_driver_and_the_embedded_server_say_is_left_out() {
        LoggerFactory.getLogger("org.mongodb.driver.cluster").warn("away");
        LoggerFactory.getLogger("de.bwaldvogel.mongo.wire").error("broken");

        assertThat(queue.first(10)).isEmpty();
    }
}
