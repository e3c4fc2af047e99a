package io.daybook.bench;

import io.daybook.bench.crash.CrashCommand;
import io.daybook.bench.crash.FailoverCommand;
import io.daybook.bench.http.NoPlatform;
import io.daybook.bench.load.HotCommand;
import io.daybook.bench.load.OrdersCommand;
import io.daybook.bench.rebuild.RebuildCommand;
import io.daybook.bench.retail.RetailCommand;
import io.daybook.bench.tiers.TiersCommand;
import java.io.IOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: one command for each thing to find out about a platform. */
@Command(
        name = "bench",
        description = "Measures and checks a running Daybook from the outside.",
        mixinStandardHelpOptions = true,
        version = "Daybook bench 1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            OrdersCommand.class,
            HotCommand.class,
            RetailCommand.class,
            CrashCommand.class,
            FailoverCommand.class,
            TiersCommand.class,
            RebuildCommand.class
        })
public final class BenchApplication {

    private BenchApplication() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The program as tests call it. What cannot be gone on with is told in one line, and is exit code 3 for no platform. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new BenchApplication());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof IOException) {
                // What failed about a file is its name and nothing else, unless the failure's own name says more.
                command.getErr()
                        .println(failure instanceof FileSystemException ? failure.toString() : failure.getMessage());
                return failure instanceof NoPlatform ? 3 : 1;
            }
            throw failure;
        });
        return line;
    }
}
