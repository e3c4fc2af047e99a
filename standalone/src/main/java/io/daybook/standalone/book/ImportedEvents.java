package io.daybook.standalone.book;

import java.sql.SQLException;
import java.util.List;

/** Events of another log that are appended together. Nobody follows the book meanwhile, so that they go to disk only. */
record ImportedEvents(List<EventRow> rows) implements BookUnit {

    @Override
    public int events() {
        return rows.size();
    }

    @Override
    public void write(Batches batches, long first) throws SQLException {
        long position = first;
        for (EventRow row : rows) {
            row.append(batches, position++);
        }
    }
}
