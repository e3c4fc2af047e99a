package io.daybook.history;

import java.io.IOException;
import java.nio.file.Path;

/** Checks a history file. */
public final class Verification {

    private Verification() {}

    /**
     * Reads a file to its end and checks it.
     *
     * @throws HistoryFailure if it is not a whole and sound history file
     */
    public static Summary of(Path file, Progress progress) throws IOException {
        Progress.Count count = progress.start("checked", 0);
        Summary summary = HistoryReader.read(file, event -> count.add(1), snapshot -> {});
        count.end();
        return summary;
    }
}
