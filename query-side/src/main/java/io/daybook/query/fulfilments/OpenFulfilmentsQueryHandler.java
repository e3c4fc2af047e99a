package io.daybook.query.fulfilments;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.daybook.api.fulfilment.FulfilmentQuery.FindOpenFulfilment;
import io.daybook.api.fulfilment.FulfilmentQuery.FindOpenFulfilments;
import io.daybook.api.fulfilment.FulfilmentQuery.OpenFulfilment;
import io.daybook.api.fulfilment.FulfilmentQuery.OpenFulfilments;
import io.daybook.api.inventory.ReservationId;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentId;
import io.daybook.query.projection.Reader;
import io.daybook.query.projection.ViewDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Lists the orders on their way, and asks the log about each that it lists what happened to it last. */
class OpenFulfilmentsQueryHandler {

    private final ViewDatabase database;
    private final FulfilmentsView view;
    private final Reader reader;
    private final EventStore log;

    OpenFulfilmentsQueryHandler(ViewDatabase database, FulfilmentsView view, Reader reader, EventStore log) {
        this.database = database;
        this.view = view;
        this.reader = reader;
        this.log = log;
    }

    @QueryHandler
    OpenFulfilments handle(FindOpenFulfilments query) {
        long position = reader.position();
        MongoCollection<Document> documents = reader.documents();
        List<Bson> conditions = new ArrayList<>();
        if (query.step() != null) {
            conditions.add(Filters.eq(FulfilmentsView.STEP, query.step().name()));
        }
        if (query.stuck() != null) {
            conditions.add(
                    query.stuck() ? Filters.ne(FulfilmentsView.CAUSE, null) : Filters.eq(FulfilmentsView.CAUSE, null));
        }
        Bson filter = conditions.isEmpty() ? new Document() : Filters.and(conditions);
        List<OpenFulfilment> found = documents
                .find(filter)
                .sort(Sorts.ascending(FulfilmentsView.SINCE, "_id"))
                .skip(query.page() * query.size())
                .limit(query.size())
                .map(view::read)
                .map(this::told)
                .into(new ArrayList<>());
        return new OpenFulfilments(found, database.count(documents, filter), position);
    }

    @QueryHandler
    OpenFulfilments handle(FindOpenFulfilment query) {
        long position = reader.position();
        List<OpenFulfilment> found = reader.documents()
                .find(Filters.eq("_id", query.orderId().value()))
                .map(view::read)
                .map(this::told)
                .into(new ArrayList<>());
        return new OpenFulfilments(found, found.size(), position);
    }

    private OpenFulfilment told(Fulfilment fulfilment) {
        OrderId order = new OrderId(fulfilment.orderId());
        Optional<DomainEventMessage<?>> last = Stream.of(
                        order.value(),
                        PaymentId.of(order).value(),
                        ReservationId.of(order).value())
                .flatMap(this::lastOf)
                .max(Comparator.comparing(DomainEventMessage::getTimestamp));
        return new OpenFulfilment(
                order,
                fulfilment.tier(),
                fulfilment.step(),
                fulfilment.since(),
                fulfilment.cause(),
                last.map(event -> event.getPayloadType().getSimpleName()).orElse(""),
                last.map(DomainEventMessage::getTimestamp).orElse(Instant.EPOCH));
    }

    /** By its number, so that nothing else of the stream is read. */
    private Stream<DomainEventMessage<?>> lastOf(String stream) {
        return log
                .lastSequenceNumberFor(stream)
                .flatMap(number -> log.readEvents(stream, number).asStream().findFirst())
                .<DomainEventMessage<?>>map(event -> event)
                .stream();
    }
}
