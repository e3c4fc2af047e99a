package io.daybook.standalone.events;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.serialization.Revision;

/** Every event that there is: its fields, who emits it, whose state it is and who listens. Made from the compiled code. */
final class EventCatalogue {

    private static final String API = "io.daybook.api";

    private final JavaClasses code = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.daybook");

    /** The page. */
    String markdown() {
        Map<String, List<JavaClass>> families = code.stream()
                .filter(JavaClass::isRecord)
                .filter(type -> type.isAnnotatedWith(Revision.class))
                .collect(Collectors.groupingBy(
                        type -> type.getEnclosingClass().orElseThrow().getSimpleName(),
                        TreeMap::new,
                        Collectors.toList()));
        StringBuilder page = new StringBuilder("""
                # Events

                What the log is written in. This page is made from the code by `EventCatalogueTest`, which fails when it is old and says
                how to make it anew. An example of each event, as it stands in a log, is in `shared-api/src/test/resources/events`: every build
                reads it.
                """);
        families.forEach((family, events) -> {
            page.append("\n## ").append(family).append("\n");
            events.stream()
                    .sorted(Comparator.comparing(JavaClass::getSimpleName))
                    .forEach(event -> page.append(entry(event)));
        });
        return page.toString();
    }

    private String entry(JavaClass event) {
        return """

                ### %s
                `%s`, revision %s

                | field | type |
                | --- | --- |
                %s
                - emitted by: %s
                - state of: %s
                - listened to by: %s
                """.formatted(
                        event.getSimpleName(),
                        event.getName(),
                        event.getAnnotationOfType(Revision.class).value(),
                        fields(event),
                        names(emitters(event)),
                        names(handlers(event, EventSourcingHandler.class).map(EventCatalogue::owner)),
                        names(handlers(event, EventHandler.class)
                                .filter(method -> !method.isAnnotatedWith(EventSourcingHandler.class))
                                .map(EventCatalogue::listener)));
    }

    private static String fields(JavaClass event) {
        return Arrays.stream(event.reflect().getRecordComponents())
                .map(field -> "| `%s` | %s |\n".formatted(field.getName(), type(field)))
                .collect(Collectors.joining());
    }

    private static String type(RecordComponent field) {
        Type type = field.getGenericType();
        String optional = Arrays.stream(field.getAnnotatedType().getAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getSimpleName().equals("Nullable"))
                ? ", may be missing"
                : "";
        return "`%s`%s".formatted(type.getTypeName().replaceAll("[a-z]+[.]|\\w+\\$", ""), optional);
    }

    private Stream<String> emitters(JavaClass event) {
        return event.getConstructorCallsToSelf().stream()
                .map(JavaConstructorCall::getOriginOwner)
                .filter(origin -> !origin.getPackageName().startsWith(API))
                .map(EventCatalogue::name);
    }

    /** Methods that take this event, or any of its family. */
    private Stream<JavaMethod> handlers(JavaClass event, Class<? extends java.lang.annotation.Annotation> kind) {
        return code.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(kind) || method.isMetaAnnotatedWith(kind))
                .filter(method -> !method.getRawParameterTypes().isEmpty())
                .filter(method -> method.getRawParameterTypes().get(0).isAssignableFrom(event.reflect()));
    }

    private static String owner(JavaMethod method) {
        return name(method.getOwner());
    }

    private static String listener(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return owner.isAnnotatedWith(ProcessingGroup.class)
                ? "%s (group %s)"
                        .formatted(
                                name(owner),
                                owner.getAnnotationOfType(ProcessingGroup.class).value())
                : name(owner);
    }

    private static String name(JavaClass type) {
        JavaClass top = type;
        while (top.getEnclosingClass().isPresent()) {
            top = top.getEnclosingClass().get();
        }
        return "`%s`".formatted(top.getName().replace("io.daybook.", ""));
    }

    private static String names(Stream<String> names) {
        String all = names.distinct().sorted().collect(Collectors.joining(", "));
        return all.isEmpty() ? "nobody" : all;
    }
}
