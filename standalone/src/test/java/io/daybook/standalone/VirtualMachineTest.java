package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VirtualMachineTest {

    private static final String[] GENERATIONS = {"-Xms768m", "-XX:-UseAdaptiveSizePolicy", "-XX:MaxTenuringThreshold=3"
    };

    private static final List<String> ALL = List.of(
            "-XX:+UseParallelGC",
            "-Xmx768m",
            "-Xms768m",
            "-XX:-UseAdaptiveSizePolicy",
            "-XX:MaxTenuringThreshold=3",
            "-XX:MetaspaceSize=192m",
            "-XX:MaxInlineLevel=7",
            "-XX:InlineSmallCode=1000",
            "-XX:FreqInlineSize=115",
            "-XX:Tier4InvocationThreshold=2000",
            "-XX:Tier4MinInvocationThreshold=300",
            "-XX:Tier4CompileThreshold=4000");

    /** Newer virtual machines print a warning without it; a jar has it in its manifest. */
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    @Test
    void what_nobody_has_decided_is_added() {
        assertThat(VirtualMachine.missing(List.of("-Dsome=thing"))).isEqualTo(ALL);
    }

    @Test
    void what_somebody_has_decided_stays_so() {
        assertThat(VirtualMachine.missing(List.of("-XX:MetaspaceSize=64m")))
                .isEqualTo(without("-XX:MetaspaceSize=192m"));
        assertThat(VirtualMachine.missing(List.of("-XX:MaxInlineLevel=15"))).isEqualTo(without("-XX:MaxInlineLevel=7"));
        assertThat(VirtualMachine.missing(ALL)).isEmpty();
    }

    @Test
    void another_collector_or_heap_has_generations_of_its_own() {
        assertThat(VirtualMachine.missing(List.of("-XX:+UseG1GC")))
                .isEqualTo(without(GENERATIONS, "-XX:+UseParallelGC"));
        for (String heap : List.of("-Xmx2g", "-Xms1g", "-XX:MaxRAMPercentage=50", "-XX:MaxHeapSize=1g")) {
            assertThat(VirtualMachine.missing(List.of(heap))).isEqualTo(without(GENERATIONS, "-Xmx768m"));
        }
        assertThat(VirtualMachine.missing(List.of("-Xmn100m"))).isEqualTo(without(GENERATIONS));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_process_stays_the_same_with_all_its_arguments_and_has_the_options() throws Exception {
        assertThat(said(List.of(NATIVE, "-Dsome=thing and more"), "--daybook.data=a b", "", "--daybook.demo=false"))
                .containsExactly(
                        "the same process: true",
                        "options: [%s, -Ddaybook.jvm-options=added, %s, -Dsome=thing and more]"
                                .formatted(String.join(", ", ALL), NATIVE),
                        "arguments: [--daybook.data=a b, , --daybook.demo=false]");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothing_is_added_where_that_is_not_wanted() throws Exception {
        assertThat(said(List.of("-Ddaybook.jvm-options=as-given"), "one"))
                .containsExactly(
                        "the same process: true", "options: [-Ddaybook.jvm-options=as-given]", "arguments: [one]");
    }

    private static List<String> without(String... options) {
        return ALL.stream().filter(each -> !List.of(options).contains(each)).toList();
    }

    private static List<String> without(String[] some, String other) {
        return without(some).stream().filter(each -> !each.equals(other)).toList();
    }

    /** What a process of its own says that was started with these options and arguments. */
    private static List<String> said(List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        assertThat(process.waitFor()).as(output).isZero();
        return output.replace("process: " + process.pid(), "process: true")
                .lines()
                .toList();
    }

    /** Says what it is. */
    static final class Program {

        public static void main(String[] arguments) {
            VirtualMachine.suit();
            System.out.println("the same process: " + ProcessHandle.current().pid());
            System.out.println(
                    "options: " + ManagementFactory.getRuntimeMXBean().getInputArguments());
            System.out.println("arguments: " + List.of(arguments));
        }
    }
}
