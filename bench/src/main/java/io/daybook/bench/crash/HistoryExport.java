package io.daybook.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Exports an Axon Server's log to a file with the program that the platform has for it. */
final class HistoryExport {

    private static final int NOT_STOOD_STILL = 1;
    private static final long MINUTES = 10;

    private final Path jar;
    private final Path output;

    /**
     * @param root   the directory with the modules, built
     * @param output what the program prints is added to this file
     */
    HistoryExport(Path root, Path output) {
        this.jar = jar(root);
        this.output = output;
    }

    /** Where the program lies after {@code mvn package}. */
    static Path jar(Path root) {
        return root.resolve("history/target/history.jar");
    }

    /** What the program prints. */
    Path output() {
        return output;
    }

    /**
     * Writes the whole log to a file, over what is there.
     *
     * @return false when the log did not stand still meanwhile: then there is no file
     * @throws IOException when it cannot be exported at all
     */
    boolean write(String axonServer, Path file) throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        Process process = new ProcessBuilder(List.of(
                        Cluster.javaProgram(),
                        "-Xmx256m",
                        "-jar",
                        jar.toString(),
                        "export",
                        "--axon-server",
                        axonServer,
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("The log was not exported within %d minutes".formatted(MINUTES));
            }
        } finally {
            process.destroyForcibly();
        }
        int code = process.exitValue();
        if (code != 0 && code != NOT_STOOD_STILL) {
            throw new IOException("The log cannot be exported (exit code %d); see %s".formatted(code, output));
        }
        return code == 0;
    }
}
