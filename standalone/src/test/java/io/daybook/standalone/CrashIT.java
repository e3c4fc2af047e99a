package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the packaged platform under load, again and again, and asks its log whether anything was lost or done twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashIT {

    private static final int ROUNDS = 20;
    private static final int MINUTES = 40;

    @TempDir
    private Path data;

    @Test
    void nothing_is_lost_and_nothing_happens_twice_when_it_is_killed_at_any_moment() throws Exception {
        Path report = Path.of("target", "crash.txt").toAbsolutePath();
        Process crash = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("..", "bench", "target", "bench.jar").toString(),
                        "crash",
                        "--jar",
                        Path.of("target", "standalone.jar").toString(),
                        "--rounds",
                        String.valueOf(ROUNDS),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start();

        boolean ended = crash.waitFor(MINUTES, TimeUnit.MINUTES);

        crash.destroyForcibly();
        assertThat(ended).as("ended within %d minutes; see %s", MINUTES, report).isTrue();
        assertThat(crash.exitValue()).as(Files.readString(report)).isZero();
    }
}
