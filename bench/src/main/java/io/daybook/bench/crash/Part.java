package io.daybook.bench.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A kind of process of the distributed shape. */
enum Part {
    ORDER("command-side", List.of("--daybook.command.features=order,catalog,customer,operations")),
    INVENTORY("command-side", List.of("--daybook.command.features=inventory")),
    PAYMENT("command-side", List.of("--daybook.command.features=payment")),
    ORCHESTRATOR("saga-orchestrator", List.of()),
    VIEWS("query-side", List.of()),
    UI("ui", List.of()),
    AXONSERVER("", List.of());

    private final String module;
    private final List<String> options;

    Part(String module, List<String> options) {
        this.module = module;
        this.options = options;
    }

    /** Whether it is one of the platform's own applications. */
    boolean ours() {
        return !module.isEmpty();
    }

    /** Where its application lies after {@code mvn package}. */
    Path jar(Path root) {
        return root.resolve(module).resolve("target").resolve(module + "-app.jar");
    }

    List<String> options() {
        return options;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
