package io.daybook.query.figures;

import com.mongodb.client.model.Filters;
import io.daybook.api.customer.Tier;
import io.daybook.api.figures.FiguresQuery;
import io.daybook.api.figures.FiguresQuery.FigureList;
import io.daybook.api.figures.FiguresQuery.Figures;
import io.daybook.api.figures.FiguresQuery.FindFigures;
import io.daybook.query.projection.Reader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** Answers questions about figures over time. */
class FiguresQueryHandler {

    private final FiguresView view;
    private final Reader reader;

    FiguresQueryHandler(FiguresView view, Reader reader) {
        this.view = view;
        this.reader = reader;
    }

    @QueryHandler
    FigureList handle(FindFigures query) {
        long position = reader.position();
        List<Minute> found = reader.documents()
                .find(Filters.in("_id", names(query)))
                .batchSize(10_000)
                .map(view::read)
                .into(new ArrayList<>());
        found.sort(Comparator.comparing(Minute::from).thenComparing(Minute::tier));
        List<Figures> figures = query.resolution().equals(FiguresQuery.FINEST)
                ? found.stream().flatMap(minute -> Spans.of(minute).stream()).toList()
                : Spans.together(found, query.resolution());
        return new FigureList(figures, position);
    }

    private static List<String> names(FindFigures query) {
        List<String> names = new ArrayList<>();
        for (Instant at = query.from().truncatedTo(ChronoUnit.MINUTES);
                at.isBefore(query.to());
                at = at.plus(1, ChronoUnit.MINUTES)) {
            for (Tier tier : Tier.values()) {
                names.add(Minute.id(at, tier));
            }
        }
        return names;
    }
}
