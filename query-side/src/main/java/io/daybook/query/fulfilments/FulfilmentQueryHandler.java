package io.daybook.query.fulfilments;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.FulfilmentQuery.FindFulfilmentsWaiting;
import io.daybook.api.fulfilment.FulfilmentQuery.FindQueues;
import io.daybook.api.fulfilment.FulfilmentQuery.FindStuckFulfilments;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentList;
import io.daybook.api.fulfilment.FulfilmentQuery.FulfilmentView;
import io.daybook.api.fulfilment.FulfilmentQuery.Queue;
import io.daybook.api.fulfilment.FulfilmentQuery.Queues;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderId;
import io.daybook.query.projection.Reader;
import io.daybook.query.projection.ViewDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Answers questions about orders on their way. */
class FulfilmentQueryHandler {

    private final ViewDatabase database;
    private final FulfilmentsView view;
    private final Reader reader;

    FulfilmentQueryHandler(ViewDatabase database, FulfilmentsView view, Reader reader) {
        this.database = database;
        this.view = view;
        this.reader = reader;
    }

    @QueryHandler
    FulfilmentList handle(FindFulfilmentsWaiting query) {
        return list(
                Filters.and(
                        Filters.eq(FulfilmentsView.STEP, query.step().name()),
                        Filters.lt(FulfilmentsView.SINCE, Date.from(query.since())),
                        Filters.eq(FulfilmentsView.CAUSE, null)),
                query.limit());
    }

    @QueryHandler
    FulfilmentList handle(FindStuckFulfilments query) {
        return list(Filters.ne(FulfilmentsView.CAUSE, null), query.limit());
    }

    @QueryHandler
    Queues handle(FindQueues query) {
        long position = reader.position();
        Map<Kind, List<Fulfilment>> waiting = new TreeMap<>(Kind.ORDER);
        reader.documents()
                .find()
                .sort(Sorts.ascending(FulfilmentsView.SINCE, "_id"))
                .map(view::read)
                .forEach(fulfilment -> waiting.computeIfAbsent(
                                new Kind(fulfilment.tier(), fulfilment.step()), kind -> new ArrayList<>())
                        .add(fulfilment));
        return new Queues(
                waiting.entrySet().stream()
                        .map(entry -> queue(entry.getKey(), entry.getValue()))
                        .toList(),
                position);
    }

    private record Kind(@Nullable Tier tier, Step step) {
        private static final Comparator<Kind> ORDER = Comparator.comparing(
                        Kind::tier, Comparator.<@Nullable Tier>nullsLast(Comparator.<Tier>reverseOrder()))
                .thenComparing(Kind::step);
    }

    /** @param oldestFirst not empty */
    private static Queue queue(Kind kind, List<Fulfilment> oldestFirst) {
        Fulfilment oldest = oldestFirst.get(0);
        return new Queue(
                kind.tier(),
                kind.step(),
                oldestFirst.size(),
                (int) oldestFirst.stream().filter(each -> each.cause() != null).count(),
                new OrderId(oldest.orderId()),
                oldest.since(),
                oldestFirst.get(oldestFirst.size() / 2).since());
    }

    private FulfilmentList list(Bson filter, int limit) {
        long position = reader.position();
        MongoCollection<Document> fulfilments = reader.documents();
        var found = fulfilments
                .find(filter)
                .sort(Sorts.ascending(FulfilmentsView.SINCE, "_id"))
                .limit(limit)
                .map(this::answer)
                .into(new ArrayList<>());
        long total = found.size() < limit ? found.size() : database.count(fulfilments, filter);
        return new FulfilmentList(found, total, position);
    }

    private FulfilmentView answer(Document document) {
        Fulfilment fulfilment = view.read(document);
        return new FulfilmentView(
                new OrderId(fulfilment.orderId()), fulfilment.step(), fulfilment.since(), fulfilment.cause());
    }
}
