package io.daybook.history;

import io.daybook.history.axonserver.ServerOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program for a log in an Axon Server; the standalone launcher answers the same commands for its own. */
@Command(
        name = "history",
        description = "Carries the log of an Axon Server to a file, and a file to an Axon Server.",
        footer = {
            "",
            "Exit codes: 0 done; 1 something differs or is broken; 2 wrong options; 3 the server cannot be reached."
        },
        mixinStandardHelpOptions = true,
        version = "Daybook history 1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class HistoryApplication {

    @Spec
    private @Nullable CommandSpec spec;

    private HistoryApplication() {}

    public static void main(String[] arguments) {
        // Not under the name that is found by itself: the standalone launcher has this jar too, and logs its own way.
        System.setProperty("logback.configurationFile", "io/daybook/history/logback.xml");
        System.exit(commandLine().execute(arguments));
    }

    /** The program as tests call it. */
    public static CommandLine commandLine() {
        return new CommandLine(new HistoryApplication());
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes all events and the newest snapshots to a new file. Stop the platform first.")
    int exportLog(@Mixin ServerOptions server, @Parameters(paramLabel = "FILE") Path file) {
        return report("Exported to " + file, () -> {
            try (EventLog log = server.open()) {
                return Export.write(log, file, progress());
            }
        });
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Fills an empty Axon Server from a file, once all of the file has been checked.")
    int importLog(@Mixin ServerOptions server, @Parameters(paramLabel = "FILE") Path file) {
        return report("Imported from " + file, () -> {
            try (EventLog log = server.open()) {
                return Import.read(file, log, progress());
            }
        });
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Checks that a file is whole and unchanged.")
    int verify(@Parameters(paramLabel = "FILE") Path file) {
        return report("Sound: " + file, () -> Verification.of(file, progress()));
    }

    private int report(String done, Report.Task task) {
        return Report.of(done, task, line().getOut(), line().getErr());
    }

    private Progress progress() {
        PrintWriter err = line().getErr();
        return new Progress(err);
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
