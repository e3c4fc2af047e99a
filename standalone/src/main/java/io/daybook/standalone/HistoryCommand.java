package io.daybook.standalone;

import io.daybook.history.EventLog;
import io.daybook.history.Export;
import io.daybook.history.Import;
import io.daybook.history.LogAccess;
import io.daybook.history.Progress;
import io.daybook.history.Report;
import io.daybook.history.Verification;
import io.daybook.standalone.book.BookHistoryConfiguration;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Exports or fills the book instead of starting the platform, with the same settings. */
final class HistoryCommand {

    private static final Set<String> NAMES = Set.of("export", "import", "verify");

    private final String name;
    private final Path file;
    private final String[] arguments;
    private final PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    private final PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());

    private HistoryCommand(String name, Path file, String[] arguments) {
        this.name = name;
        this.file = file;
        this.arguments = arguments;
    }

    /** Whether this is not a start of the platform. */
    static boolean isAskedFor(String[] arguments) {
        List<String> words = words(arguments);
        return !words.isEmpty() && NAMES.contains(words.get(0));
    }

    /** @return the exit code */
    static int run(String[] arguments) {
        List<String> words = words(arguments);
        if (words.size() != 2) {
            System.err.println("Usage: java -jar standalone.jar (export|import|verify) FILE [--daybook.data=DIRECTORY]"
                    + " [--daybook.book.url=URL]");
            return Report.WRONG_OPTIONS;
        }
        return new HistoryCommand(words.get(0), Path.of(words.get(1)), arguments).run();
    }

    private static List<String> words(String[] arguments) {
        return new DefaultApplicationArguments(arguments).getNonOptionArgs();
    }

    private int run() {
        Progress progress = new Progress(err);
        if (name.equals("verify")) {
            return Report.of("Sound: " + file, () -> Verification.of(file, progress), out, err);
        }
        try (ConfigurableApplicationContext settings = settings()) {
            LogAccess book = settings.getBean(LogAccess.class);
            return name.equals("export") ? exportBook(book, progress) : fillBook(book, progress);
        }
    }

    private int exportBook(LogAccess book, Progress progress) {
        return Report.of(
                "Exported to " + file,
                () -> {
                    try (EventLog log = book.openToRead()) {
                        return Export.write(log, file, progress);
                    }
                },
                out,
                err);
    }

    private int fillBook(LogAccess book, Progress progress) {
        return Report.of(
                "Imported from " + file,
                () -> {
                    try (EventLog log = book.openToFill()) {
                        return Import.read(file, log, progress);
                    }
                },
                out,
                err);
    }

    private ConfigurableApplicationContext settings() {
        return new SpringApplicationBuilder(BookHistoryConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments);
    }
}
