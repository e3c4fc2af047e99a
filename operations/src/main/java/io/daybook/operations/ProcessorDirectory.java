package io.daybook.operations;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** The event processors of all instances that have reported of late, whatever process they are in. */
public final class ProcessorDirectory {

    private final MongoCollection<Document> reports;
    private final OperationsSettings settings;
    private final Clock clock;

    ProcessorDirectory(MongoCollection<Document> reports, OperationsSettings settings, Clock clock) {
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
    }

    /** By service and name; instances without event processors are left out. */
    public List<InstanceProcessors> instances() {
        Instant now = clock.instant();
        return reports
                .find(Filters.gte(ReportDocument.AT, Date.from(now.minus(settings.forget()))))
                .sort(Sorts.ascending("service", "_id"))
                .map(document -> read(document, now))
                .into(new ArrayList<>())
                .stream()
                .filter(instance -> !instance.processors().isEmpty())
                .toList();
    }

    private InstanceProcessors read(Document document, Instant now) {
        Instant at = document.getDate(ReportDocument.AT).toInstant();
        boolean lost = !now.isBefore(at.plus(settings.lost()));
        return new InstanceProcessors(
                document.getString("_id"),
                document.getString("service"),
                document.getString("process"),
                at,
                lost,
                ProcessorDocument.processors(document, lost),
                ProcessorDocument.outcomes(document));
    }
}
