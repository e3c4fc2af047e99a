package io.daybook.bench;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs the program inside a test. */
public final class Program {

    private Program() {}

    /** What it printed, and its exit code. */
    public record Result(int exitCode, String output) {}

    public static Result run(String... arguments) {
        StringWriter output = new StringWriter();
        CommandLine line = BenchApplication.commandLine();
        line.setOut(new PrintWriter(output));
        line.setErr(new PrintWriter(output));
        int code = line.execute(arguments);
        return new Result(code, output.toString());
    }
}
