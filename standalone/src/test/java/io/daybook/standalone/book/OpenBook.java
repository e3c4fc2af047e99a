package io.daybook.standalone.book;

import io.daybook.api.MessageJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.tracing.NoOpSpanFactory;

/** A book with Axon's parts on it, as the configuration puts them together. */
final class OpenBook implements AutoCloseable {

    /** What is written behind is so when a test asks for it, or when the book is closed. */
    static final BookSettings SETTINGS = new BookSettings(
            null,
            256,
            4096,
            Duration.ofMinutes(10),
            1_000,
            100,
            8,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2));

    static final Serializer SERIALIZER = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(new MessageJson())
            .defaultTyping()
            .build();

    final Book book;
    final BookEventStorageEngine engine;
    final BookEventStore events;
    final BookTokenStore tokens;
    final BookSagaStore sagas;
    final BookLetterBoxes letters;

    OpenBook(String url) {
        this(url, SETTINGS);
    }

    OpenBook(String url, BookSettings settings) {
        this(url, settings, NoOpEventUpcaster.INSTANCE);
    }

    OpenBook(String url, BookSettings settings, EventUpcaster upcaster) {
        try {
            book = new Book(url, settings);
            engine = new BookEventStorageEngine(
                    book,
                    new BookEventStorageEngine.Format(SERIALIZER, SERIALIZER, upcaster, SnapshotFilter.allowAll()),
                    settings.fetchSize());
            events = new BookEventStore(
                    engine,
                    book,
                    NoOpMessageMonitor.INSTANCE,
                    DefaultEventBusSpanFactory.builder()
                            .spanFactory(NoOpSpanFactory.INSTANCE)
                            .build());
            tokens = new BookTokenStore(book.transactions(), book.readers(), SERIALIZER);
            sagas = new BookSagaStore(book.transactions(), book.readers(), SERIALIZER);
            letters = new BookLetterBoxes(book.transactions(), book.readers(), engine);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event of an aggregate. */
    static DomainEventMessage<Noted> event(String aggregate, long sequenceNumber) {
        return new GenericDomainEventMessage<>(
                "Note", aggregate, sequenceNumber, new Noted(aggregate, (int) sequenceNumber));
    }

    /** This many events of an aggregate. */
    static List<? extends EventMessage<?>> events(String aggregate, long firstSequenceNumber, int count) {
        return LongStream.range(firstSequenceNumber, firstSequenceNumber + count)
                .mapToObj(number -> event(aggregate, number))
                .toList();
    }

    /** What a query that answers with one number answers. */
    long number(String sql) {
        try (Connection connection = book.readers().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        book.close();
    }
}
