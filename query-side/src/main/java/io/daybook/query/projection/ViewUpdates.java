package io.daybook.query.projection;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the live copy of a view: event handlers only {@link #collect}; at the end of the batch a {@link ViewWriter} turns
 * the events into documents, and then the view is told of what has changed.
 *
 * <p>Where everybody who reads the documents is in this process, they are written when somebody reads them, or when others are
 * told how far the view has come: most of an order's states are gone by then.
 */
public final class ViewUpdates<E, V> implements Collector<E> {

    private final View<E, V> view;
    private final ViewDatabase database;
    private final LiveView live;
    private final LiveView.Unwritten unwritten;
    private final String batchKey;
    private final String roundKey;
    private volatile @Nullable ViewWriter<E, V> writer;
    private volatile @Nullable ViewLetters letters;
    private @Nullable Letter delivered;
    private @Nullable Serializer serializer;
    private long touches;

    /** @param lazy whether documents may wait to be written until somebody reads them */
    public ViewUpdates(View<E, V> view, ViewDatabase database, LiveView live, boolean lazy) {
        this.view = view;
        this.database = database;
        this.live = live;
        this.unwritten = lazy && !view.forgets() ? new OfWriter() : LiveView.Unwritten.NOTHING;
        this.batchKey = "Batch[" + view.name() + "]";
        this.roundKey = "Letters[" + view.name() + "]";
    }

    LiveView live() {
        return live;
    }

    @Override
    public void collect(E event, Instant at, TrackingToken token) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        ViewBatch<E, V> batch = unitOfWork.getOrComputeResource(batchKey, key -> new ViewBatch<>(view));
        Object source = delivered == null ? unitOfWork.getMessage() : delivered;
        batch.add(view.id(event), event, at, token.position().orElseThrow(), source);
    }

    /** @param events by which events are written */
    void reads(Serializer events) {
        serializer = events;
    }

    String name() {
        return view.name();
    }

    /** Whether nothing has been put aside, neither before nor in this batch. */
    boolean isClear() {
        ViewLetters known = letters;
        return known != null && known.isEmpty() && CurrentUnitOfWork.get().getResource(roundKey) == null;
    }

    /** What this batch does with what is put aside. */
    LetterRound round(Serializer events) {
        return CurrentUnitOfWork.get()
                .getOrComputeResource(roundKey, key -> new LetterRound(view.name(), lettersNow(), events));
    }

    private ViewLetters lettersNow() {
        ViewLetters known = letters;
        return known == null ? readLetters() : known;
    }

    private ViewLetters readLetters() {
        ViewLetters read = new ViewLetters(
                database, live.collection(database).getNamespace().getCollectionName());
        letters = read;
        return read;
    }

    /** Has the handlers collect an event that was put aside. */
    void deliver(Letter letter, LetterRound.Delivery handlers) throws Exception {
        delivered = letter;
        try {
            handlers.deliver(letter);
        } finally {
            delivered = null;
        }
    }

    /**
     * From here on, documents may be there that this instance has not written: another had the token, or a write failed.
     *
     * @param position up to which the view has been written
     */
    void resumed(long position) {
        live.claimed(database, position, unwritten);
        live.gate().lock();
        try {
            writer = null;
            writer().prepare();
            readLetters();
        } finally {
            live.gate().unlock();
        }
    }

    /** Under the gate: the writer into what is the live copy now. Of another copy it knows nothing yet. */
    private ViewWriter<E, V> writer() {
        MongoCollection<Document> now = live.collection(database);
        ViewWriter<E, V> current = writer;
        if (current == null || !current.writesTo(now) || touches != live.touches()) {
            current = new ViewWriter<>(view, now);
            writer = current;
            letters = null;
            touches = live.touches();
        }
        return current;
    }

    /** Under the gate: takes what was collected in this unit of work; returns what is to be done once its token is stored. */
    Runnable take() {
        ViewBatch<E, V> batch = CurrentUnitOfWork.get().getResource(batchKey);
        LetterRound round = CurrentUnitOfWork.get().getResource(roundKey);
        if (batch == null && round == null) {
            return () -> {};
        }
        boolean clear = isClear();
        ViewBatch<E, V> taken = batch == null ? new ViewBatch<>(view) : batch;
        ViewWriter<E, V> into = writer();
        if (clear && !lettersNow().isEmpty()) {
            throw new CopySwitched(view.name()); // To a copy that has put aside what this batch might follow.
        }
        Admission admission = round == null ? freshRound() : present(round);
        if (live.asksFor(unwritten)) {
            into.take(taken, admission);
        } else {
            into.write(taken, admission);
        }
        return taken::published;
    }

    /** For folds that fail. */
    private Admission freshRound() {
        Serializer known = serializer;
        return known == null ? Admission.ALL : new LetterRound(view.name(), lettersNow(), known);
    }

    /** What was put aside of one copy means nothing to another: the batch is done again. */
    private LetterRound present(LetterRound round) {
        if (!round.letters().isOf(live.collection(database).getNamespace().getCollectionName())) {
            throw new CopySwitched(view.name());
        }
        return round;
    }

    private final class OfWriter implements LiveView.Unwritten {

        @Override
        public boolean isEmpty() {
            ViewWriter<E, V> current = writer;
            return current == null || current.isComplete();
        }

        @Override
        public void write() {
            ViewWriter<E, V> current = writer;
            if (current != null) {
                current.complete();
            }
        }
    }
}
