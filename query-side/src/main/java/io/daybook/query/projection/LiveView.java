package io.daybook.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which copy of a view is the live one: the one that queries are answered from and events are written to. A small document in
 * the views' database says so; instances in one process have it in common here, those elsewhere hear of it together with the
 * position ({@link SharedProgress}).
 *
 * <p>Whoever holds the {@link #gate} keeps the live view where it stands: a batch is taken, and its token stored, under it. What
 * a batch has changed need not be written yet; it is, before anybody reads the documents.
 */
public final class LiveView {

    /** Where the live view does not stand at a position: nobody here works on it, or a batch was written in part. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** The collection with a document for each view: which copy is live, and where views are shared, how far it has come. */
    static final String POINTERS = "progress";

    /** What was live before: its {@code collection}, the {@code position} it stands at, and since when. */
    public static final String KEPT = "kept";

    /** The name of a collection. */
    public static final String COLLECTION = "collection";

    private static final String CLAIMS = "claims";
    private static final String SWAPS = "swaps";

    private final String view;
    private final ReentrantLock gate = new ReentrantLock();
    private volatile @Nullable Copy copy;
    private volatile boolean doubtful;
    private volatile long stored = UNKNOWN;
    private volatile Unwritten unwritten = Unwritten.NOTHING;
    private volatile long claim = -1;
    private volatile long touches;

    private record Copy(String collection, long swaps) {}

    /** What a view has taken and not written yet. */
    interface Unwritten {

        Unwritten NOTHING = new Unwritten() {
            @Override
            public boolean isEmpty() {
                return true;
            }

            @Override
            public void write() {}
        };

        /** Anybody may ask. */
        boolean isEmpty();

        /** Writes it. Under the gate. */
        void write();
    }

    LiveView(String view) {
        this.view = view;
    }

    public String view() {
        return view;
    }

    /** Held while a batch of the live view is taken and, when it is due, written, and until its token has been stored. */
    public Lock gate() {
        return gate;
    }

    /**
     * The position that the live documents reflect, all of them and exactly; for those who hold the gate. What is still to be
     * written is written before.
     */
    public long stored() {
        complete();
        return stored;
    }

    /** The same for anybody: waits for the batch that is being written. */
    public long standsAt() {
        gate.lock();
        try {
            return stored();
        } finally {
            gate.unlock();
        }
    }

    /**
     * The collection that is the live copy now, in which everything is that the view has taken. Ask again for each answer, once,
     * and before that for the position.
     */
    public MongoCollection<Document> documents(ViewDatabase database) {
        complete();
        return collection(database);
    }

    /** Writes what the view has taken and not written yet. */
    void complete() {
        if (!unwritten.isEmpty()) {
            gate.lock();
            try {
                unwritten.write();
            } finally {
                gate.unlock();
            }
        }
    }

    /** The collection that is the live copy now, as it is. */
    MongoCollection<Document> collection(ViewDatabase database) {
        Copy now = copy;
        return database.collection(now == null || doubtful ? read(database).collection() : now.collection());
    }

    private synchronized Copy read(ViewDatabase database) {
        Copy known = copy;
        if (known != null && !doubtful) {
            return known;
        }
        Copy read = learn(pointer(database));
        doubtful = false;
        return read;
    }

    /** What another instance says of the view that it works on; what is older than what is known says nothing. */
    void heard(Document pointer) {
        learn(pointer);
    }

    private synchronized Copy learn(Document pointer) {
        long swaps = number(pointer, SWAPS);
        Copy known = copy;
        if (known == null || swaps > known.swaps) {
            known = new Copy(Objects.requireNonNullElse(pointer.getString(COLLECTION), view), swaps);
            copy = known;
        }
        return known;
    }

    /**
     * Somebody in this process works on the view from now on, starting from a position. What whoever did so before has left to
     * be written is written first.
     *
     * @param left what the new one will leave to be written
     */
    void claimed(ViewDatabase database, long position, Unwritten left) {
        gate.lock();
        try {
            complete();
            unwritten = left;
            Document pointer = Objects.requireNonNull(database.collection(POINTERS)
                    .findOneAndUpdate(
                            Filters.eq("_id", view),
                            Updates.inc(CLAIMS, 1L),
                            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
            learn(pointer);
            claim = number(pointer, CLAIMS);
            stored = position;
        } finally {
            gate.unlock();
        }
    }

    /** Whether this is written before anybody reads: not, when there is none, or when another works on the view by now. */
    boolean asksFor(Unwritten kept) {
        return kept != Unwritten.NOTHING && kept == unwritten;
    }

    /** Under the gate: takes a batch, stores the token when it is due, and stands at its position afterwards. */
    void advance(Runnable take, long position) {
        stored = UNKNOWN;
        take.run();
        stored = position;
    }

    /** Under the gate: a document was changed otherwise than by a batch, so nobody may rely on what he wrote before. */
    public void touched() {
        touches = touches + 1;
    }

    /** How often that happened. */
    long touches() {
        return touches;
    }

    /**
     * Makes another collection the live copy, which must reflect the very position that the live one does. Under the gate.
     * One that was kept until then goes.
     *
     * @return whether it is the live one now; not, when another process has begun to work on the view
     */
    public boolean switchTo(ViewDatabase database, String collection) {
        if (!gate.isHeldByCurrentThread() || stored() == UNKNOWN) {
            throw new IllegalStateException("the view " + view + " does not stand still");
        }
        Copy former = read(database);
        Document keptBefore = pointer(database).get(KEPT, Document.class);
        long swaps = former.swaps + 1;
        Document kept = new Document(COLLECTION, former.collection)
                .append("position", stored)
                .append("at", Date.from(Instant.now()));
        Bson change = Updates.combine(
                Updates.set(COLLECTION, collection),
                Updates.set(SWAPS, swaps),
                Updates.set(KEPT, kept),
                Updates.max("position", stored));
        if (!changeOrDoubt(database, change)) {
            return false;
        }
        learn(new Document(COLLECTION, collection).append(SWAPS, swaps));
        if (keptBefore != null && !collection.equals(keptBefore.getString(COLLECTION))) {
            drop(database, keptBefore.getString(COLLECTION));
        }
        return true;
    }

    /** Throws a copy away that is not the live one, with what it has put aside. */
    public static void drop(ViewDatabase database, String copy) {
        database.collection(copy).drop();
        CopyLetters.drop(database, copy);
    }

    /** When it fails, it may have been done all the same: which copy is live is then read anew. */
    private boolean changeOrDoubt(ViewDatabase database, Bson change) {
        try {
            return change(database, new Document(), change);
        } catch (RuntimeException failure) {
            doubtful = true;
            throw failure;
        }
    }

    /**
     * Changes what is on record about the copies of the view.
     *
     * @param provided what must be the case
     * @return whether that was the case, and this process is the one that works on the view
     */
    public boolean change(ViewDatabase database, Bson provided, Bson change) {
        Bson ours = Filters.and(Filters.eq("_id", view), Filters.eq(CLAIMS, claim), provided);
        return database.collection(POINTERS).updateOne(ours, change).getMatchedCount() > 0;
    }

    /** What is on record about the copies of the view; nothing before somebody has worked on it. */
    public Document pointer(ViewDatabase database) {
        Document pointer =
                database.collection(POINTERS).find(Filters.eq("_id", view)).first();
        return pointer == null ? new Document() : pointer;
    }

    /** A name that no copy of the view has had. */
    public String nextCopy(ViewDatabase database) {
        Document pointer = Objects.requireNonNull(database.collection(POINTERS)
                .findOneAndUpdate(
                        Filters.eq("_id", view),
                        Updates.inc("copies", 1L),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return view + "-" + (number(pointer, "copies") + 1);
    }

    private static long number(Document document, String field) {
        Number number = document.get(field, Number.class);
        return number == null ? 0 : number.longValue();
    }
}
