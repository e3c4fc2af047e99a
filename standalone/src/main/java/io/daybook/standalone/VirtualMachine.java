package io.daybook.standalone;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * The virtual machine with the options that suit this program, where nobody has given others. It takes them at its start only,
 * and {@code java -jar} gives none. So the process starts over: it stays the process that it is, with its number, its
 * arguments, its environment and its console, and has another virtual machine in it. See
 * {@code docs/adr/0015-options-of-the-virtual-machine.md}.
 */
final class VirtualMachine {

    private static final String SETTING = "daybook.jvm-options";
    private static final String ADDED = "-D" + SETTING + "=added";

    private static final String COLLECTOR = "-XX:\\+Use\\w+GC";
    private static final String HEAP = "-Xm[xs].*|-XX:(Initial|Min|Max)(HeapSize|RAM).*";
    private static final String GENERATIONS =
            "-Xmn.*|-XX:(Max)?New.*|-XX:[+-]UseAdaptiveSizePolicy|-XX:MaxTenuringThreshold=.*";

    /** What is added. Fixed generations are of use in a heap of a fixed size only, and with this collector. */
    private static final List<Suiting> ALL = List.of(
            new Suiting(COLLECTOR, "-XX:+UseParallelGC"),
            new Suiting(HEAP, "-Xmx768m"),
            new Suiting(
                    COLLECTOR + "|" + HEAP + "|" + GENERATIONS,
                    "-Xms768m",
                    "-XX:-UseAdaptiveSizePolicy",
                    "-XX:MaxTenuringThreshold=3"),
            new Suiting("-XX:MetaspaceSize=.*", "-XX:MetaspaceSize=192m"),
            new Suiting("-XX:MaxInlineLevel=.*", "-XX:MaxInlineLevel=7"),
            new Suiting("-XX:InlineSmallCode=.*", "-XX:InlineSmallCode=1000"),
            new Suiting("-XX:FreqInlineSize=.*", "-XX:FreqInlineSize=115"),
            new Suiting(
                    "-XX:Tier4.*",
                    "-XX:Tier4InvocationThreshold=2000",
                    "-XX:Tier4MinInvocationThreshold=300",
                    "-XX:Tier4CompileThreshold=4000"));

    /** Options that go together, unless one like these has been given. */
    private record Suiting(Pattern unless, List<String> options) {

        Suiting(String unless, String... options) {
            this(Pattern.compile(unless), List.of(options));
        }

        boolean isMissing(List<String> given) {
            return given.stream().noneMatch(unless.asMatchPredicate());
        }
    }

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final String PROGRAM = "/proc/self/exe";
    /** Keeps every byte of an argument as it is, whatever it means. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private VirtualMachine() {}

    /**
     * Starts the process over unless it has all options, or the system property {@code daybook.jvm-options} is set, to whatever
     * value. Returns where nothing is to be done, and where it cannot be, which is everywhere but on Linux.
     */
    static void suit() {
        List<String> added = missing(ManagementFactory.getRuntimeMXBean().getInputArguments());
        if (System.getProperty(SETTING) != null || added.isEmpty() || !Files.exists(COMMAND_LINE)) {
            return;
        }
        try {
            startOver(added);
        } catch (IOException | LinkageError unable) {
            LoggerFactory.getLogger(VirtualMachine.class)
                    .info("Runs with the virtual machine's own options and not with {}: {}", added, unable.toString());
        }
    }

    /** @param given what the virtual machine was started with */
    static List<String> missing(List<String> given) {
        return ALL.stream()
                .filter(each -> each.isMissing(given))
                .flatMap(each -> each.options().stream())
                .toList();
    }

    private static void startOver(List<String> added) throws IOException {
        String[] given = Files.readString(COMMAND_LINE, BYTES).split("\0", -1);
        List<String> command =
                new ArrayList<>(Arrays.asList(given).subList(0, given.length - 1)); // each ends with a zero
        command.add(1, ADDED);
        command.addAll(1, added);
        SystemCalls.load().execv(PROGRAM, command.toArray(String[]::new));
        throw new IOException("execv: error " + Native.getLastError());
    }

    /** Of the C library. */
    private interface SystemCalls extends Library {

        /** Replaces the program of this process; returns only when it cannot. */
        int execv(String path, String[] arguments);

        static SystemCalls load() throws IOException {
            SystemCalls calls = Native.load("c", SystemCalls.class, Map.of(OPTION_STRING_ENCODING, BYTES.name()));
            // What JNA has unpacked is in memory now, and it would not come to tidy it up.
            String unpacked = System.getProperty("jnidispatch.path");
            if (unpacked != null) {
                Files.deleteIfExists(Path.of(unpacked));
            }
            return calls;
        }
    }
}
