package io.daybook.history;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** Runs what was asked for and says how it went: in a line on standard output, or the reason on standard error. */
public final class Report {

    public static final int DONE = 0;
    public static final int BROKEN = 1;
    public static final int WRONG_OPTIONS = 2;
    public static final int UNREACHABLE = 3;

    private Report() {}

    /** An export, import or check. */
    public interface Task {
        Summary run() throws IOException;
    }

    /** @return the exit code */
    public static int of(String done, Task task, PrintWriter out, PrintWriter err) {
        try {
            Summary summary = task.run();
            out.println("%s: %s, sha256 %s".formatted(done, summary.counts(), summary.sha256()));
            out.flush();
            return DONE;
        } catch (HistoryFailure failure) {
            err.println(failure.getMessage());
            return failure instanceof Unreachable ? UNREACHABLE : BROKEN;
        } catch (IOException | UncheckedIOException failure) {
            err.println(failure);
            return BROKEN;
        } finally {
            err.flush();
        }
    }
}
