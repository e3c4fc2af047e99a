package io.daybook.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.daybook.api.operations.InstanceControl;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.Participation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstanceDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Configuration AXON = DefaultConfigurer.defaultConfiguration()
            .eventProcessing(processing -> {})
            .buildConfiguration();

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final OperationsSettings settings = new OperationsSettings(
            server.bindAndGetConnectionString() + "/operations?serverSelectionTimeoutMS=30000",
            Duration.ofMillis(10),
            Duration.ofMillis(10),
            Duration.ofSeconds(5),
            Duration.ofMinutes(10));
    private final OperationsDatabase database = OperationsDatabase.open(settings.uri());
    private final MeterRegistry registry = new SimpleMeterRegistry();

    private record Order(InstanceName instance, InstanceControl control) implements ReportingInstance {
        @Override
        public String service() {
            return "order";
        }

        @Override
        public Instant startedAt() {
            return NOW.minusSeconds(60);
        }

        @Override
        public Configuration axon() {
            return AXON;
        }

        @Override
        public SegmentWork segmentWork() {
            return new SegmentWork(instance, startedAt(), this::axon, Clock.systemUTC());
        }
    }

    @AfterEach
    void close() {
        database.close();
        server.shutdownNow();
    }

    private InstanceReporter reporting(ReportingInstance... instances) {
        InstanceReporter reporter = new InstanceReporter(
                database.collection("instances"),
                () -> List.of(instances),
                registry,
                new ProcessorTroubles(Clock.systemUTC()),
                settings,
                Clock.fixed(NOW, ZoneOffset.UTC));
        reporter.start();
        return reporter;
    }

    private List<InstanceReport> instancesAt(Instant instant) {
        return new InstanceDirectory(database.collection("instances"), settings, Clock.fixed(instant, ZoneOffset.UTC))
                .instances();
    }

    @Test
    void what_an_instance_has_done_is_read_from_the_meters_that_name_it() {
        Timer.builder("daybook.commands")
                .tag("instance.name", "order-1")
                .register(registry)
                .record(Duration.ofMillis(5));
        InstanceReporter reporter = reporting(
                new Order(new InstanceName("order-2"), new InstanceControl(Participation.DISABLED, 300)),
                new Order(new InstanceName("order-1"), InstanceControl.USUAL));

        await().until(() -> instancesAt(NOW).size() == 2);
        reporter.stop();

        assertThat(instancesAt(NOW)).extracting(InstanceReport::name).containsExactly("order-1", "order-2");
        assertThat(instancesAt(NOW))
                .extracting(report -> report.commands().handled())
                .containsExactly(1L, 0L);
        assertThat(instancesAt(NOW))
                .extracting(InstanceReport::participation)
                .containsExactly(Participation.FULL, Participation.DISABLED);
        assertThat(instancesAt(NOW)).extracting(InstanceReport::loadFactor).containsExactly(100, 300);
        assertThat(instancesAt(NOW))
                .allSatisfy(report -> assertThat(report.troubles()).isEmpty());
    }

    @Test
    void an_instance_that_falls_silent_is_not_well_and_after_a_while_it_is_gone() {
        InstanceReporter reporter = reporting(new Order(new InstanceName("order-1"), InstanceControl.USUAL));
        await().until(() -> instancesAt(NOW).size() == 1);
        reporter.stop();

        assertThat(instancesAt(NOW.plusSeconds(7)))
                .singleElement()
                .satisfies(report -> assertThat(report.troubles()).containsExactly("No sign of life for 7 s"));
        assertThat(instancesAt(NOW.plus(Duration.ofMinutes(11)))).isEmpty();
    }
}
