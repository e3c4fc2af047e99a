package io.daybook.standalone.mongo;

import de.bwaldvogel.mongo.MongoServer;
import io.daybook.standalone.data.UnusableData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server in this process that speaks MongoDB's protocol on the loopback interface, at a free port, and keeps its data in one file. */
final class EmbeddedMongo implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMongo.class);

    /** Documents are a few kilobytes and change at random: larger pages would be rewritten for one of many in them. */
    private static final int PAGE_BYTES = 4096;

    private static final int RETENTION_MILLIS = 5_000;

    /** More than there are connections: each has a thread of its own, and a long command holds up nobody else's. */
    private static final int CONNECTIONS = 32;

    static {
        System.setProperty("io.netty.eventLoopThreads", String.valueOf(CONNECTIONS));
        // The server reads byte by byte; netty would ask at each whether its buffer is still in use.
        System.setProperty("io.netty.buffer.checkAccessible", "false");
    }

    private final MongoServer server;
    private final MVStore store;
    private final Path file;

    private EmbeddedMongo(MongoServer server, MVStore store, Path file) {
        this.server = server;
        this.store = store;
        this.file = file;
    }

    /** For what can be rebuilt or spared: fast; a crash loses the last writes, and a file that cannot be read is begun anew. */
    static EmbeddedMongo disposable(Path file, int cacheMegabytes, Duration commitInterval) {
        Function<MVStore, Commits> commits = store -> {
            store.setRetentionTime(RETENTION_MILLIS);
            store.setAutoCommitDelay(Integer.MAX_VALUE); // Only for the thread that writes chunks; commits are ours.
            return new CommitInBackground(store, commitInterval);
        };
        try {
            return start(file, cacheMegabytes, commits);
        } catch (UnreadableFile unreadable) {
            log.warn(
                    "{} cannot be read ({}), and is begun anew: what can be rebuilt from the log will be, the rest is gone",
                    file,
                    String.valueOf(unreadable.getCause()));
            delete(file);
            return start(file, cacheMegabytes, commits);
        }
    }

    /**
     * For what cannot be rebuilt: each write is on disk before it is answered.
     *
     * @throws UnusableData when another process has the file, or it cannot be read
     */
    static EmbeddedMongo durable(Path file, int cacheMegabytes) {
        return start(file, cacheMegabytes, CommitOnWrite::new);
    }

    static EmbeddedMongo start(Path file, int cacheMegabytes, Function<MVStore, Commits> commits) {
        MVStore store = open(file, cacheMegabytes);
        try {
            return serve(store, file, commits.apply(store));
        } catch (MVStoreException failure) {
            store.closeImmediately();
            throw new UnreadableFile(file, failure);
        } catch (RuntimeException failure) {
            store.closeImmediately();
            throw failure;
        }
    }

    private static MVStore open(Path file, int cacheMegabytes) {
        try {
            return new MVStore.Builder()
                    .fileName(file.toString())
                    .cacheSize(cacheMegabytes)
                    .pageSplitSize(PAGE_BYTES)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .autoCompactFillRate(0) // Its own thread would commit in the middle of a command.
                    .open();
        } catch (MVStoreException failure) {
            if (failure.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new UnusableData(
                        file + " is in use by another Daybook process.",
                        "End that one first, or give this one a directory of its own with --daybook.data=DIRECTORY.",
                        failure);
            }
            throw new UnreadableFile(file, failure);
        }
    }

    private static final class UnreadableFile extends UnusableData {

        private static final long serialVersionUID = 1L;

        UnreadableFile(Path file, MVStoreException failure) {
            super(
                    "%s cannot be read (%s).".formatted(file, failure.getMessage()),
                    "See that it belongs to whoever starts Daybook, or put the last copy of it in its place. Orders, payments"
                            + " and stock are not in it.",
                    failure);
        }
    }

    private static EmbeddedMongo serve(MVStore store, Path file, Commits commits) {
        try {
            MongoServer server = new MongoServer(new StoreBackend(store, commits));
            server.bind("127.0.0.1", 0);
            return new EmbeddedMongo(server, store, file);
        } catch (RuntimeException failure) {
            commits.close();
            throw failure;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + file, failure);
        }
    }

    /** Where clients find it, with the name of a database. */
    String uri(String database) {
        return server.getConnectionString() + "/" + database;
    }

    /** Whether its file is open: a write that fails, as on a full disk, closes it until the next start. */
    boolean isOpen() {
        return !store.isClosed();
    }

    Path file() {
        return file;
    }

    /** Closes connections, commits and closes the file. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
