package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.daybook.api.MessageJson;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is in somebody's log still makes the aggregates that it made: each takes the golden file of every event of its own. */
class StoredEventsTest {

    private static final Path GOLDEN = Path.of("../shared-api/src/test/resources/events");

    private static final Jackson3Serializer SERIALIZER = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(new MessageJson())
            .build();

    private final Map<String, JavaClass> events = new ClassFileImporter()
            .importPackages("io.daybook.api").stream()
                    .filter(JavaClass::isRecord)
                    .collect(Collectors.toMap(JavaClass::getSimpleName, Function.identity(), (one, other) -> one));

    @TestFactory
    List<DynamicTest> aggregates_are_made_from_golden_events() {
        List<Class<?>> aggregates = aggregates();
        assertThat(aggregates).hasSizeGreaterThanOrEqualTo(6);
        return aggregates.stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> replay(type)))
                .toList();
    }

    private static List<Class<?>> aggregates() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.daybook.command")
                        .stream()
                        .filter(type -> type.getMethods().stream()
                                .anyMatch(method -> method.isAnnotatedWith(EventSourcingHandler.class)))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    /** First the event by which its like begins, then all others. */
    private <A> void replay(Class<A> type) throws Exception {
        AggregateModel<A> model = AnnotatedAggregateMetaModelFactory.inspectAggregate(type);
        Constructor<A> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        A aggregate = constructor.newInstance();
        List<Object> handled = golden(type);
        assertThat(handled).as("golden events of %s", type.getSimpleName()).isNotEmpty();
        for (Object event : handled) {
            assertThatCode(() -> model.publish(
                            new GenericDomainEventMessage<>(type.getSimpleName(), "id", handled.indexOf(event), event),
                            aggregate))
                    .as("%s takes %s", type.getSimpleName(), event.getClass().getSimpleName())
                    .doesNotThrowAnyException();
        }
    }

    private List<Object> golden(Class<?> aggregate) throws IOException {
        List<Class<?>> handled = new ArrayList<>();
        for (var method : aggregate.getDeclaredMethods()) {
            if (method.isAnnotationPresent(EventSourcingHandler.class)) {
                handled.add(method.getParameterTypes()[0]);
            }
        }
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(this::read)
                    .filter(event -> handled.stream().anyMatch(type -> type.isInstance(event)))
                    .sorted(Comparator.comparing(
                            event -> !BEGINNINGS.contains(event.getClass().getSimpleName())))
                    .toList();
        }
    }

    private static final List<String> BEGINNINGS = List.of(
            "OrderPlaced", "PaymentRequested", "StockReserved", "StockReceived", "ProductListed", "CustomerRegistered");

    private Object read(Path file) {
        String name = file.getFileName().toString();
        String type = name.substring(0, name.indexOf('-'));
        assertThat(events).as("the event of %s", name).containsKey(type);
        try {
            return SERIALIZER.deserialize(new SimpleSerializedObject<>(
                    Files.readString(file), String.class, events.get(type).getName(), null));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
