package io.daybook.standalone.book;

import io.daybook.api.EventUpcasters;
import io.daybook.standalone.data.UnusableData;
import java.nio.file.Path;
import java.sql.SQLException;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Everything that Axon needs to keep, in the book. There is no bean of type {@code DataSource}: it would have Spring Boot and
 * Axon set up stores and transactions of their own.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BookSettings.class)
public class BookConfiguration {

    /** The unit of work's resource that holds, after an append, the position of the last event appended, a {@code Long}. */
    public static final String POSITION = "io.daybook.position";

    @Bean
    Book book(BookSettings settings, Environment environment) {
        String url = url(settings, environment);
        try {
            return new Book(url, settings);
        } catch (SQLException e) {
            throw new UnusableData(
                    "The book at %s cannot be opened: %s"
                            .formatted(Dialect.of(url).place(), e.getMessage()),
                    "See that daybook.book.url is right, and that what it names is there and can be read and written; then start"
                            + " Daybook again.",
                    e);
        }
    }

    /** Where the book is. */
    static String url(BookSettings settings, Environment environment) {
        return settings.url() == null
                ? Sqlite.PREFIX + Path.of(environment.getRequiredProperty("daybook.data"), "book.db")
                : settings.url();
    }

    @Bean(destroyMethod = "") // closed with the book
    GroupCommit groupCommit(Book book) {
        return book.commits();
    }

    @Bean
    BookTransactions transactionManager(Book book) {
        return book.transactions();
    }

    @Bean
    BookEventStorageEngine eventStorageEngine(
            Book book,
            BookSettings settings,
            Serializer snapshotSerializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            org.axonframework.config.Configuration axon) {
        var format = new BookEventStorageEngine.Format(
                eventSerializer, snapshotSerializer, axon.upcasterChain(), axon.snapshotFilter());
        return new BookEventStorageEngine(book, format, settings.fetchSize());
    }

    @Bean
    BookEventStore eventStore(Book book, BookEventStorageEngine engine, org.axonframework.config.Configuration axon) {
        return new BookEventStore(
                engine,
                book,
                axon.messageMonitor(EventStore.class, "eventStore"),
                axon.getComponent(EventBusSpanFactory.class));
    }

    @Bean
    EventUpcaster eventUpcasters() {
        return EventUpcasters.chain();
    }

    @Bean
    BookTokenStore tokenStore(Book book, Serializer serializer) throws SQLException {
        return new BookTokenStore(book.transactions(), book.readers(), serializer);
    }

    @Bean
    BookSagaStore sagaStore(Book book, Serializer serializer) throws SQLException {
        return new BookSagaStore(book.transactions(), book.readers(), serializer);
    }

    @Bean
    BookLetterBoxes letterBoxes(Book book, BookEventStorageEngine engine) throws SQLException {
        return new BookLetterBoxes(book.transactions(), book.readers(), engine);
    }

    @Bean
    BookHealth bookHealthIndicator(Book book, BookSettings settings) {
        return new BookHealth(book.commits(), settings);
    }
}
