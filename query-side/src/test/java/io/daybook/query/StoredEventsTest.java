package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.daybook.api.EventUpcasters;
import io.daybook.api.MessageJson;
import io.daybook.api.operations.DeadLetters.DeadSequence;
import io.daybook.api.operations.DeadLetters.FindDeadLetters;
import io.daybook.api.operations.DeadLetters.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What is in somebody's log still makes the views that it made: they take the golden file of every event ever released. */
@SpringBootTest(classes = QuerySideTestApplication.class, properties = "test.log=golden")
class StoredEventsTest {

    private static final Path GOLDEN = Path.of("../shared-api/src/test/resources/events");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final List<String> BEGINNINGS =
            List.of("CustomerRegistered", "ProductListed", "StockReceived", "OrderPlaced", "PaymentRequested");

    private static final Jackson3Serializer SERIALIZER = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(new MessageJson())
            .build();

    private final Map<String, String> types = new ClassFileImporter()
            .importPackages("io.daybook.api").stream()
                    .filter(JavaClass::isRecord)
                    .collect(Collectors.toMap(JavaClass::getSimpleName, JavaClass::getName, (one, other) -> one));

    @Autowired
    EventStore log;

    @Autowired
    ViewPositions positions;

    @Autowired
    QueryGateway queries;

    @Test
    void every_view_takes_every_event_ever_released() throws IOException {
        List<Object> events = golden();
        assertThat(events).hasSizeGreaterThan(30);
        for (Object event : events) {
            log.publish(new GenericDomainEventMessage<>(
                    "golden", event.getClass().getSimpleName() + events.indexOf(event), 0, event));
        }
        long head = log.createHeadToken().position().orElseThrow();
        positions.await(head, LONG).join();

        assertThat(positions.reached())
                .isNotEmpty()
                .allSatisfy((view, reached) -> assertThat(reached).as(view).isEqualTo(head));
        assertThat(queries.query(new FindDeadLetters(100), Found.class).join().sequences())
                .extracting(DeadSequence::group, sequence -> sequence.first().type())
                .isEmpty();
    }

    /** First those by which others begin. */
    private List<Object> golden() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted(Comparator.comparing(StoredEventsTest::rank))
                    .flatMap(this::read)
                    .toList();
        }
    }

    private static int rank(Path file) {
        int beginning = BEGINNINGS.indexOf(nameOf(file));
        return beginning < 0 ? BEGINNINGS.size() : beginning;
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('-'));
    }

    private Stream<Object> read(Path file) {
        String name = file.getFileName().toString();
        try {
            var stored = new GenericDomainEventEntry<>(
                    "type",
                    "id",
                    0,
                    "event",
                    Instant.EPOCH,
                    types.getOrDefault(nameOf(file), nameOf(file)),
                    name.substring(name.indexOf('-') + 1, name.indexOf('.')),
                    Files.readString(file),
                    "{}");
            return EventUpcasters.chain()
                    .upcast(Stream.of(new InitialEventRepresentation(stored, SERIALIZER)))
                    .map(event -> SERIALIZER.deserialize(event.getData(String.class)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
