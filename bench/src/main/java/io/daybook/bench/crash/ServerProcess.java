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

/** A server as a child process, started and ended again and again. Ends it when it is closed itself. */
final class ServerProcess implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final URI url;
    private final String healthPath;
    private volatile @Nullable Process process;

    /**
     * @param environment added to this program's own
     * @param log         what the server prints is added to this file
     * @param url         where it will listen
     * @param healthPath  what it answers with 200 there when it is ready
     */
    ServerProcess(List<String> command, Map<String, String> environment, Path log, URI url, String healthPath) {
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.url = url;
        this.healthPath = healthPath;
    }

    URI url() {
        return url;
    }

    /** Starts it, and does not wait. */
    void launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /**
     * Waits until it is ready.
     *
     * @throws IOException when it ends before, or is not ready in time
     */
    void awaitReady(Duration patience) throws IOException {
        long begin = System.nanoTime();
        while (!ready()) {
            Process started = process;
            if (started == null || !started.isAlive()) {
                throw new IOException("The server ended%s; see %s"
                        .formatted(started == null ? "" : " with code " + started.exitValue(), log));
            }
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new IOException("The server was not ready after " + patience + "; see " + log);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /**
     * Starts it and waits until it is ready; returns after how long.
     *
     * @throws IOException when it ends before, or is not ready in time
     */
    Duration start(Duration patience) throws IOException {
        long begin = System.nanoTime();
        launch();
        awaitReady(patience);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Processor time that it has used since it was started; zero when that is not known. */
    Duration cpu() {
        Process running = process;
        return running == null
                ? Duration.ZERO
                : running.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private boolean ready() {
        try (HttpConnection connection = new HttpConnection(url, ANSWER)) {
            return connection
                            .send("GET", healthPath, Map.of("Accept", "application/json"), new byte[0])
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
