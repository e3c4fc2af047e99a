package io.daybook.standalone.mongo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A JVM of its own that can be killed as a machine's failure would: without a word. */
public final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final Thread reader;

    private ChildProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "child-output");
        this.reader.start();
    }

    public static ChildProcess of(Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=child-logback.xml",
                "-Ddisable-axoniq-console-message=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ChildProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add("output ended: " + closed);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** What it has said in whole lines; its last line may have been cut off. */
    boolean hasSaid(String line) {
        return lines.contains(line);
    }

    /** What follows this in the first line that begins with it, once it has been said. */
    public Optional<String> told(String beginning) {
        return lines.stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .findFirst();
    }

    int said() {
        return lines.size();
    }

    /** Ends it with SIGKILL; returns all it had said. */
    public List<String> kill() throws InterruptedException {
        process.destroyForcibly();
        return output();
    }

    /** Waits for its end; returns all it had said. */
    List<String> output() throws InterruptedException {
        process.waitFor();
        reader.join();
        return List.copyOf(lines);
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
