package io.daybook.query.rebuild;

import com.mongodb.client.MongoCollection;
import io.daybook.query.projection.Collector;
import io.daybook.query.projection.CopyLetters;
import io.daybook.query.projection.ViewBatch;
import io.daybook.query.projection.ViewSource;
import io.daybook.query.projection.ViewWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log into a copy of a view. Documents are shared out to segments by their ids, each with a thread of its own; while
 * these write a batch, the next one is read. What is in memory is two batches, and what the segments wrote last.
 */
final class CopyBuilder<E, V> implements AutoCloseable {

    /** Events read for one batch at most, in relation to those of the view: most may not concern it. */
    private static final int READ_FOR_EACH = 10;

    private final ViewSource<E, V> source;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final RebuildSettings settings;
    private final ExecutorService threads;
    private final List<ViewWriter<E, V>> writers = new ArrayList<>();
    private final EventMessageHandler handler;
    private final Map<Class<?>, Boolean> concerns = new HashMap<>();
    private final CopyLetters letters;
    private List<ViewBatch<E, V>> batch = new ArrayList<>();
    private CopyLetters.Round round;
    private int collected;
    private @Nullable BlockingStream<TrackedEventMessage<?>> stream;
    private long read;
    private volatile long written;

    /** @param position of the last event that the copy reflects; -1 for none */
    CopyBuilder(ViewSource<E, V> source, MongoCollection<Document> copy, long position, RebuildParts parts) {
        this.source = source;
        this.log = parts.log();
        this.settings = parts.settings();
        this.threads = parts.threads();
        this.letters = new CopyLetters(
                parts.database(),
                source.view().name(),
                copy.getNamespace().getCollectionName(),
                parts.serializer(),
                parts.log());
        this.round = letters.round();
        this.read = position;
        this.written = position;
        Collector<E> collector = (event, at, token) -> {
            String id = source.view().id(event);
            batch.get(Math.floorMod(id.hashCode(), settings.segments()))
                    .add(id, event, at, token.position().orElseThrow(), round.source());
            collected++;
        };
        this.handler = source.handler(collector);
        for (int i = 0; i < settings.segments(); i++) {
            writers.add(new ViewWriter<>(source.view(), copy));
        }
        writers.get(0).prepare();
    }

    /** The position that the copy reflects. */
    long position() {
        return written;
    }

    /**
     * Reads on as far as an event, and no further.
     *
     * @param goOn    asked before each batch
     * @param touched told of the documents that a batch concerns, before it is written
     * @param after   told of each position that the copy reflects then, on record or not
     */
    void advance(long target, BooleanSupplier goOn, Consumer<List<String>> touched, LongConsumer after) {
        @Nullable CompletableFuture<Void> writing = null;
        if (read != written) {
            readAgain(); // What was read when the last attempt failed has not been written.
        }
        try {
            while (read < target && goOn.getAsBoolean()) {
                CopyLetters.Round former = round;
                read(target);
                finish(writing, after);
                if (writing != null && former.turned()) {
                    writing = null;
                    readAgain();
                    continue;
                }
                for (ViewBatch<E, V> part : batch) {
                    touched.accept(part.ids());
                }
                writing = write(batch, read);
            }
            finish(writing, after);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            finish(writing, after);
        } finally {
            if (writing != null) {
                // Whatever happened: nothing is written any more by the time that somebody tries again.
                writing.exceptionally(failed -> null).join();
            }
        }
    }

    /**
     * What has been read and not written: when the batch before it has put something aside, some of it may have to wait as well.
     */
    private void readAgain() {
        close();
        stream = null;
        read = written;
    }

    private void finish(@Nullable CompletableFuture<Void> writing, LongConsumer after) {
        if (writing == null) {
            return;
        }
        try {
            writing.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
        after.accept(written);
    }

    private CompletableFuture<Void> write(List<ViewBatch<E, V>> parts, long position) {
        CopyLetters.Round admission = round;
        admission.folded();
        CompletableFuture<?>[] all = new CompletableFuture<?>[parts.size()];
        for (int i = 0; i < all.length; i++) {
            ViewBatch<E, V> part = parts.get(i);
            ViewWriter<E, V> writer = writers.get(i);
            all[i] = part.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.runAsync(() -> writer.write(part, admission), threads);
        }
        return CompletableFuture.allOf(all).thenRun(() -> {
            admission.done();
            written = position;
        });
    }

    private void read(long target) throws InterruptedException {
        batch = new ArrayList<>();
        for (int i = 0; i < settings.segments(); i++) {
            batch.add(new ViewBatch<>(source.view()));
        }
        collected = 0;
        round = letters.round();
        BlockingStream<TrackedEventMessage<?>> events = stream();
        int seen = 0;
        while (read < target && collected < settings.batch() && seen < settings.batch() * READ_FOR_EACH) {
            if (!events.hasNextAvailable((int) settings.look().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            TrackedEventMessage<?> next = events.peek().orElseThrow();
            long position = next.trackingToken().position().orElseThrow();
            if (position > target) {
                read = target;
                return;
            }
            TrackedEventMessage<?> event = events.nextAvailable();
            if (concerns.computeIfAbsent(event.getPayloadType(), this::isOfConcern)) {
                take(event);
            }
            read = position;
            seen++;
        }
    }

    private boolean isOfConcern(Class<?> payloadType) {
        return handler.canHandleType(payloadType) || CopyLetters.concerns(payloadType);
    }

    private void take(TrackedEventMessage<?> event) {
        try {
            round.take(event, handler);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("event " + event.getIdentifier() + " cannot be applied", failure);
        }
    }

    private BlockingStream<TrackedEventMessage<?>> stream() {
        BlockingStream<TrackedEventMessage<?>> open = stream;
        if (open == null) {
            open = log.openStream(read < 0 ? null : new GlobalSequenceTrackingToken(read));
            stream = open;
        }
        return open;
    }

    @Override
    public void close() {
        BlockingStream<TrackedEventMessage<?>> open = stream;
        if (open != null) {
            open.close();
        }
    }
}
