package io.daybook.ui.imports;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.http.ApiJson;
import io.daybook.ui.http.ConflictingRequest;
import io.daybook.ui.http.NotThere;
import io.daybook.ui.http.TooBusy;
import io.daybook.ui.imports.ImportJob.State;
import io.daybook.ui.imports.ImportStore.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports products and stock from files, in the background. */
public final class Imports implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Imports.class);
    private static final Duration BUSY_FOR = Duration.ofSeconds(5);

    private final ImportStore store;
    private final CommandGateway commands;
    private final ApiJson json;
    private final ImportSettings settings;
    private final ThreadPoolExecutor workers;
    private final Map<String, CompletableFuture<ImportJob>> running = new ConcurrentHashMap<>();

    Imports(ImportStore store, CommandGateway commands, ApiJson json, ImportSettings settings) {
        this.store = store;
        this.commands = commands;
        this.json = json;
        this.settings = settings;
        this.workers = new ThreadPoolExecutor(
                settings.atOnce(),
                settings.atOnce(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                work -> {
                    Thread worker = new Thread(work, "import");
                    worker.setDaemon(true);
                    return worker;
                });
    }

    /** How a file is written. */
    public sealed interface Format {
        /** Comma-separated values with a header line. */
        record Csv(Charset charset) implements Format {}

        /** An array of objects. */
        record Json() implements Format {}
    }

    /**
     * Begins an import and returns its id. The file is read to its end before this returns, so that what follows does not
     * depend on the sender.
     *
     * @param key the sender's name for it; sent again under the same key the import is done once, or gone on with if it
     *            was interrupted. Null for none.
     * @throws io.daybook.ui.http.BadFields when a column is missing or the body is no list
     * @throws ConflictingRequest           when the key was used for another file
     * @throws TooBusy                      when too many imports are waiting
     */
    public String begin(ImportKind kind, Format format, InputStream body, Account by, @Nullable String key)
            throws IOException {
        SpooledFile file = SpooledFile.of(body);
        boolean handedOver = false;
        try {
            Rows rows = open(kind, format, file);
            try {
                String id = key == null ? UUID.randomUUID().toString() : id(kind, by, key);
                boolean first = store.begin(id, kind, file.fingerprint());
                if (first || resumed(id, file.fingerprint())) {
                    try {
                        start(id, kind, rowImport(kind, by, key == null ? null : id), rows, file);
                    } catch (TooBusy full) {
                        if (first) {
                            store.forget(id);
                        }
                        throw full;
                    }
                    handedOver = true;
                }
                return id;
            } finally {
                if (!handedOver) {
                    rows.close();
                }
            }
        } finally {
            if (!handedOver) {
                file.close();
            }
        }
    }

    /** The id that this sender's import under this key has. */
    public static String id(ImportKind kind, Account by, String key) {
        String name = kind + "/" + by.customer() + "/" + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Rows open(ImportKind kind, Format format, SpooledFile file) throws IOException {
        InputStream content = Files.newInputStream(file.path());
        try {
            return format instanceof Format.Csv csv
                    ? CsvRows.open(content, csv.charset(), kind)
                    : JsonRows.open(content, kind, json);
        } catch (RuntimeException unfit) {
            content.close();
            throw unfit;
        }
    }

    private RowImport rowImport(ImportKind kind, Account by, @Nullable String movementPrefix) {
        return switch (kind) {
            case PRODUCTS -> new RowImport.Products(commands);
            case STOCK -> new RowImport.Stock(commands, movementPrefix, by.customer());
        };
    }

    private boolean resumed(String id, String content) {
        Optional<Stored> before = store.find(id);
        if (before.isPresent() && !before.get().content().equals(content)) {
            throw new ConflictingRequest("This idempotency key was already used for another file.");
        }
        return before.isPresent() && before.get().job().state() == State.INTERRUPTED && store.resume(id);
    }

    private void start(String id, ImportKind kind, RowImport taking, Rows rows, SpooledFile file) {
        CompletableFuture<ImportJob> result = new CompletableFuture<>();
        running.put(id, result);
        try {
            workers.execute(() -> {
                try (file;
                        rows) {
                    result.complete(new ImportRun(id, kind, taking, store, settings).run(rows));
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                    result.completeExceptionally(stopping);
                } catch (IOException | RuntimeException failure) {
                    log.error("Import {} failed", id, failure);
                    result.completeExceptionally(failure);
                } finally {
                    running.remove(id);
                }
            });
        } catch (RejectedExecutionException full) {
            running.remove(id);
            throw new TooBusy("Too many imports are waiting.", BUSY_FOR);
        }
    }

    /** The import as it stands; fails with {@link NotThere}. */
    public ImportJob get(String id) {
        return store.find(id).map(Stored::job).orElseThrow(() -> new NotThere("import " + id));
    }

    /** The import when it is done, or as it stands when the time is up. Holds no thread. */
    public CompletableFuture<ImportJob> get(String id, Duration wait) {
        CompletableFuture<ImportJob> result = running.get(id);
        if (result == null) {
            return CompletableFuture.completedFuture(get(id));
        }
        return result.thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), wait.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(job -> job.orElseGet(() -> get(id)));
    }

    /** Shows that what runs here or waits for its turn is not forgotten. */
    void keepAlive() {
        store.keepAlive(running.keySet());
    }

    /** Stops what is running; it reads as interrupted and can be sent again. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
