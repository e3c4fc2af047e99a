package io.daybook.bench.crash;

import io.daybook.bench.http.HttpConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The platform as a child process, started and ended again and again. Ends it when it is closed itself. */
final class ServerProcess implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final URI url;
    private @Nullable Process process;

    /**
     * @param environment added to this program's own
     * @param log         what the server prints is added to this file
     * @param url         where it will listen
     */
    ServerProcess(List<String> command, Map<String, String> environment, Path log, URI url) {
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.url = url;
    }

    URI url() {
        return url;
    }

    /**
     * Starts it and waits until it takes orders; returns after how long.
     *
     * @throws IOException when it ends before, or is not ready in time
     */
    Duration start(Duration patience) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        Process started = builder.start();
        process = started;
        while (!ready()) {
            if (!started.isAlive()) {
                throw new IOException("The server ended with code " + started.exitValue() + "; see " + log);
            }
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new IOException("The server was not ready after " + patience + "; see " + log);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private boolean ready() {
        try (HttpConnection connection = new HttpConnection(url, ANSWER)) {
            return connection
                            .send(
                                    "GET",
                                    "/actuator/health/readiness",
                                    Map.of("Accept", "application/json"),
                                    new byte[0])
                            .status()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it at once, as a power failure would (SIGKILL). */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.waitFor();
        }
    }

    /** Asks it to end (SIGTERM); false when it did not in a minute, and was killed. */
    boolean stop() throws InterruptedException {
        Process running = process;
        if (running == null) {
            return true;
        }
        running.destroy();
        boolean ended = running.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            kill();
        }
        return ended;
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
