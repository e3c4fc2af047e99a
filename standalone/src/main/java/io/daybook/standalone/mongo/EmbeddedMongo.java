package io.daybook.standalone.mongo;

import de.bwaldvogel.mongo.MongoServer;
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

    private final MongoServer server;

    private EmbeddedMongo(MongoServer server) {
        this.server = server;
    }

    /** For what can be rebuilt: fast; a crash loses the last writes, and a file that cannot be read is begun anew. */
    static EmbeddedMongo disposable(Path file, int cacheMegabytes, Duration commitInterval) {
        Function<MVStore, Commits> commits = store -> {
            store.setRetentionTime(RETENTION_MILLIS);
            store.setAutoCommitDelay(Integer.MAX_VALUE); // Only for the thread that writes chunks; commits are ours.
            return new CommitInBackground(store, commitInterval);
        };
        try {
            return start(file, cacheMegabytes, commits);
        } catch (MVStoreException unreadable) {
            if (unreadable.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw unreadable;
            }
            log.warn(
                    "{} cannot be read ({}), and is begun anew: views are rebuilt from the log",
                    file,
                    unreadable.getMessage());
            delete(file);
            return start(file, cacheMegabytes, commits);
        }
    }

    /** For what cannot be rebuilt: each write is on disk before it is answered. */
    static EmbeddedMongo durable(Path file, int cacheMegabytes) {
        return start(file, cacheMegabytes, CommitOnWrite::new);
    }

    private static EmbeddedMongo start(Path file, int cacheMegabytes, Function<MVStore, Commits> commits) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(cacheMegabytes)
                .pageSplitSize(PAGE_BYTES)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .autoCompactFillRate(0) // Its own thread would commit in the middle of a command.
                .open();
        try {
            MongoServer server = new MongoServer(new StoreBackend(store, commits.apply(store)));
            server.bind("127.0.0.1", 0);
            return new EmbeddedMongo(server);
        } catch (RuntimeException failure) {
            store.closeImmediately();
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

    /** Closes connections, commits and closes the file. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
