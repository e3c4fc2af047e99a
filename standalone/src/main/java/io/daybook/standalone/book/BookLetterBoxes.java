package io.daybook.standalone.book;

import io.daybook.operations.letters.LetterBoxes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The dead letters of all processing groups that keep theirs in the book. */
final class BookLetterBoxes implements LetterBoxes {

    private static final String ALL =
            "SELECT processingGroup, sequence, position, eventIdentifier, causeType, causeText, enqueuedAt, touchedAt,"
                    + " diagnostics FROM DeadLetterEntry ORDER BY position";

    private final BookTransactions transactions;
    private final BookEventStorageEngine log;
    private final Map<String, BookDeadLetterQueue> boxes = new ConcurrentHashMap<>();

    /** Loads all letters. */
    BookLetterBoxes(BookTransactions transactions, DataSource readers, BookEventStorageEngine log) throws SQLException {
        this.transactions = transactions;
        this.log = log;
        try (Connection connection = readers.getConnection();
                PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                of(rows.getString(1)).load(rows.getString(2), StoredLetter.read(rows, 3));
            }
        }
    }

    @Override
    public BookDeadLetterQueue of(String group) {
        return boxes.computeIfAbsent(group, name -> new BookDeadLetterQueue(name, transactions, this::event));
    }

    private EventMessage<?> event(long position) {
        return log.at(position)
                .orElseThrow(() -> new EventStoreException("The book has no event at %d".formatted(position)));
    }
}
