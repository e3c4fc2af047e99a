package io.daybook.standalone.book;

import io.daybook.history.Counts;
import io.daybook.history.EventLog;
import io.daybook.history.HistoryFailure;
import io.daybook.history.StoredEvent;
import io.daybook.history.StoredMessage;
import io.daybook.history.Unreachable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The book as a log to be exported, or to be filled. Its events are numbered from 1 on. */
final class BookLog implements EventLog {

    private final Book book;
    private final EventReader reader;
    private final int fetchSize;

    private BookLog(Book book, int fetchSize) {
        this.book = book;
        this.reader = new EventReader(book.readers());
        this.fetchSize = fetchSize;
    }

    /**
     * Opens the book, which is laid out if there is none; it is this process's alone until it is closed.
     *
     * @throws HistoryFailure if another process has it
     * @throws Unreachable if its database does not answer
     */
    static BookLog open(String url, BookSettings settings) {
        try {
            return new BookLog(new Book(url, settings), settings.fetchSize());
        } catch (BookInUse | IllegalArgumentException refused) {
            throw new HistoryFailure(String.valueOf(refused.getMessage()), refused);
        } catch (SQLException | RuntimeException failure) {
            throw new Unreachable("The book cannot be opened: " + failure.getMessage(), failure);
        }
    }

    /**
     * Opens a book that is there.
     *
     * @throws HistoryFailure if it is not, or another process has it
     * @throws Unreachable if its database does not answer
     */
    static BookLog openExisting(String url, BookSettings settings) {
        if (url.startsWith(Sqlite.PREFIX) && !Files.exists(Path.of(url.substring(Sqlite.PREFIX.length())))) {
            throw new HistoryFailure("There is no book " + url.substring(Sqlite.PREFIX.length()));
        }
        return open(url, settings);
    }

    @Override
    public String name() {
        return "standalone";
    }

    @Override
    public Counts counts() {
        return reading(() -> new Counts(reader.events(), reader.snapshotted()));
    }

    @Override
    public Optional<String> content() {
        Counts counts = counts();
        if (counts.events() > 0 || counts.snapshots() > 0) {
            return Optional.of(counts.toString());
        }
        return reading(reader::processors) > 0
                ? Optional.of("the positions of a platform that has run on it")
                : Optional.empty();
    }

    @Override
    public void readEvents(Consumer<StoredEvent> sink) {
        long position = 0;
        while (true) {
            long after = position;
            List<TrackedDomainEventData<byte[]>> page = reading(() -> reader.after(after, fetchSize));
            for (TrackedDomainEventData<byte[]> row : page) {
                StoredEvent event = StoredRows.event(row);
                position = event.position();
                sink.accept(event);
            }
            if (page.size() < fetchSize) {
                return;
            }
        }
    }

    @Override
    public void readSnapshots(Consumer<StoredMessage> sink) {
        String aggregate = "";
        while (true) {
            String after = aggregate;
            var page = reading(() -> reader.newestSnapshots(after, fetchSize));
            for (var row : page) {
                aggregate = row.getAggregateIdentifier();
                sink.accept(StoredRows.message(row));
            }
            if (page.size() < fetchSize) {
                return;
            }
        }
    }

    @Override
    public void appendEvents(List<StoredEvent> events) {
        write(new ImportedEvents(
                events.stream().map(event -> StoredRows.row(event.message())).toList()));
    }

    @Override
    public void appendSnapshots(List<StoredMessage> snapshots) {
        write((batches, first) -> {
            for (StoredMessage snapshot : snapshots) {
                new SnapshotWrite(StoredRows.row(snapshot)).write(batches, first);
            }
        });
    }

    private void write(BookUnit unit) {
        try {
            book.commits().write(unit);
        } catch (NotWritten failure) {
            throw new HistoryFailure(String.valueOf(failure.getMessage()), failure);
        }
    }

    /** A question to the book. */
    private interface Question<T> {
        T ask();
    }

    private static <T> T reading(Question<T> question) {
        try {
            return question.ask();
        } catch (EventStoreException failure) {
            throw new HistoryFailure("%s: %s".formatted(failure.getMessage(), failure.getCause()), failure);
        }
    }

    @Override
    public void close() {
        book.close();
    }
}
