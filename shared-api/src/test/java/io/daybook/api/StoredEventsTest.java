package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in somebody's log stays readable. Each kind of event has a golden file, {@code events/<name>-<revision>.json}; a
 * change that makes one of them unreadable, or makes events be written in another way, needs a new revision, an upcaster
 * for the old one and a golden file for the new one.
 */
class StoredEventsTest {

    private static final Jackson3Serializer SERIALIZER = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(new MessageJson())
            .build();

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Classes of events that are no more, by their simple names: an upcaster knows them. */
    private static final Map<String, String> FORMER_NAMES = Map.of();

    @Test
    void every_kind_of_event_has_an_example() {
        assertThat(eventTypes().map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(ExampleEvents.ALL.stream()
                        .map(event -> event.getClass().getName())
                        .toList());
    }

    @Test
    void every_kind_of_event_has_a_revision() {
        assertThat(eventTypes().filter(type -> !type.isAnnotatedWith(Revision.class)))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_golden_file_reads_into_the_event_it_was_written_from() {
        return eachEvent(event -> assertThat(SERIALIZER.<String, Object>deserialize(new SimpleSerializedObject<>(
                        golden(event), String.class, event.getClass().getName(), revision(event))))
                .isEqualTo(event));
    }

    @TestFactory
    Stream<DynamicTest> every_event_is_written_as_its_golden_file_has_it() {
        return eachEvent(event -> assertThat(
                        JSON.readTree(SERIALIZER.serialize(event, String.class).getData()))
                .isEqualTo(JSON.readTree(golden(event))));
    }

    /** Also those of earlier revisions, and of events that have another name by now: upcasters make them readable. */
    @TestFactory
    Stream<DynamicTest> every_golden_file_ever_made_becomes_an_event_of_today() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/events"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file,
                            () -> assertThat(upcast(file))
                                    .as("what %s becomes", file)
                                    .isNotEmpty()
                                    .allSatisfy(
                                            event -> assertThat(event.getClass().getAnnotation(Revision.class))
                                                    .as(
                                                            "%s is an event of today",
                                                            event.getClass().getSimpleName())
                                                    .isNotNull())));
        }
    }

    private static List<Object> upcast(String file) {
        String name = file.substring(0, file.indexOf('-'));
        String revision = file.substring(file.indexOf('-') + 1, file.indexOf('.'));
        String type = ExampleEvents.ALL.stream()
                .map(Object::getClass)
                .filter(event -> event.getSimpleName().equals(name))
                .map(Class::getName)
                .findFirst()
                .orElseGet(() -> FORMER_NAMES.getOrDefault(name, "nowhere.said." + name));
        var stored = new GenericDomainEventEntry<>(
                "type", "id", 0, "event", Instant.EPOCH, type, revision, golden("/events/" + file), "{}");
        return EventUpcasters.chain()
                .upcast(Stream.of(new InitialEventRepresentation(stored, SERIALIZER)))
                .map(event -> SERIALIZER.<String, Object>deserialize(event.getData(String.class)))
                .toList();
    }

    /** Records that implement one of the sealed families of events. */
    private static Stream<JavaClass> eventTypes() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.daybook.api")
                        .stream()
                        .filter(JavaClass::isRecord)
                        .filter(type -> type.getRawInterfaces().stream()
                                .anyMatch(family -> family.getSimpleName().endsWith("Event")));
    }

    private interface Check {
        void on(Object event) throws IOException;
    }

    private static Stream<DynamicTest> eachEvent(Check check) {
        return ExampleEvents.ALL.stream()
                .map(event -> DynamicTest.dynamicTest(event.getClass().getSimpleName(), () -> check.on(event)));
    }

    private static @Nullable String revision(Object event) {
        Revision revision = event.getClass().getAnnotation(Revision.class);
        return revision == null ? null : revision.value();
    }

    private static String golden(Object event) {
        return golden("/events/%s-%s.json".formatted(event.getClass().getSimpleName(), revision(event)));
    }

    private static String golden(String file) {
        try (InputStream stream = StoredEventsTest.class.getResourceAsStream(file)) {
            assertThat(stream).as("the golden file %s", file).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
