package io.daybook.bench.retail;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a CSV file, a field with line breaks in quotes counted as one line. A quote that is never closed spoils its
 * own line only: if the next lines do not close it either, the line is handed over as it is and reading goes on after it.
 */
final class LogicalLines {

    private static final int LONGEST_FIELD_LINES = 20;

    private final BufferedReader in;
    private final Deque<String> ahead = new ArrayDeque<>();
    private int read;

    /** A line and its number in the file, counted from 1. */
    record Line(int number, String text) {}

    LogicalLines(BufferedReader in) {
        this.in = in;
    }

    /** The next line; null at the end. */
    @Nullable Line next() throws IOException {
        String first = nextPhysical();
        if (first == null) {
            return null;
        }
        int number = read;
        if (balanced(first)) {
            return new Line(number, first);
        }
        StringBuilder text = new StringBuilder(first);
        Deque<String> taken = new ArrayDeque<>();
        while (taken.size() < LONGEST_FIELD_LINES) {
            String more = nextPhysical();
            if (more == null) {
                break;
            }
            taken.add(more);
            text.append('\n').append(more);
            if (!balanced(more)) {
                return new Line(number, text.toString());
            }
        }
        while (!taken.isEmpty()) {
            ahead.push(taken.removeLast());
            read--;
        }
        return new Line(number, first);
    }

    /** Takes back all of a line but its first line in the file: its quotes had not been what they looked like. */
    void takeBackRest(Line line) {
        String[] parts = line.text().split("\n", -1);
        for (int i = parts.length - 1; i > 0; i--) {
            ahead.push(parts[i]);
            read--;
        }
    }

    private @Nullable String nextPhysical() throws IOException {
        String line = ahead.isEmpty() ? in.readLine() : ahead.pop();
        if (line != null) {
            read++;
        }
        return line;
    }

    private static boolean balanced(String text) {
        return text.chars().filter(character -> character == '"').count() % 2 == 0;
    }
}
