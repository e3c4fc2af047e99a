package io.daybook.standalone.book;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the batches of one sequence have changed since they were last written: seen in memory already, and written as one.
 * Where several have changed the same thing, only what came of it is written.
 */
final class WrittenBehind implements BookUnit {

    private final Map<Object, BookChange> changes = new LinkedHashMap<>();
    private final Deque<Runnable> undos = new ArrayDeque<>();
    private boolean begun;

    /** Makes a batch's changes in memory and keeps them to be written; false, and nothing happens, when that has begun. */
    synchronized boolean add(BookTransaction batch) {
        if (begun) {
            return false;
        }
        batch.changes().forEach((key, change) -> {
            changes.merge(key, change, (earlier, later) -> later.after(earlier));
            undos.push(change.apply());
        });
        return true;
    }

    @Override
    public void write(Batches batches, long first) throws SQLException {
        for (BookChange change : begin()) {
            change.write(batches);
        }
    }

    private synchronized Iterable<BookChange> begin() {
        begun = true;
        return changes.values();
    }

    /** Takes back in memory what could not be written, the last change first. */
    synchronized void undo() {
        undos.forEach(Runnable::run);
    }
}
