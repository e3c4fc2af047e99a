package io.daybook.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of transitions in the description of a package: what is written there is what is tested. */
public record Transitions(List<Row> rows) {

    public static final String NOTHING = "nothing";
    public static final String NOT_NOW = "not now";

    public record Row(Set<String> states, Set<String> commands, String outcome) {

        static Row of(String line) {
            String[] cells = line.split("\\|");
            return new Row(names(cells[1]), names(cells[2]), cells[3].strip());
        }

        private static Set<String> names(String cell) {
            return Set.of(cell.strip().split(", "));
        }
    }

    public static Transitions describedFor(Class<?> aggregate) {
        Path description = Path.of("src/main/java", aggregate.getPackageName().replace('.', '/'), "package-info.java");
        try {
            return new Transitions(Files.readAllLines(description).stream()
                    .filter(line -> line.startsWith(" * | ") && !line.contains("| outcome "))
                    .map(Row::of)
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Name of the event, {@link #NOT_NOW} or {@link #NOTHING}. */
    public String outcome(String state, Class<?> command) {
        List<Row> found = rows.stream()
                .filter(row -> row.states().contains(state) && row.commands().contains(command.getSimpleName()))
                .toList();
        if (found.size() > 1) {
            throw new IllegalStateException("%s in %s: %s".formatted(command.getSimpleName(), state, found));
        }
        return found.isEmpty() ? NOTHING : found.get(0).outcome();
    }

    /** Names in the table that are neither among these states nor among these commands. */
    public List<String> strangers(Set<String> states, List<?> commands) {
        Set<String> known = Stream.concat(
                        states.stream(),
                        commands.stream().map(command -> command.getClass().getSimpleName()))
                .collect(Collectors.toSet());
        return rows.stream()
                .flatMap(row -> Stream.concat(row.states().stream(), row.commands().stream()))
                .filter(name -> !known.contains(name))
                .toList();
    }
}
