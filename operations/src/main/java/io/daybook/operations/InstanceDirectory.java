package io.daybook.operations;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** All instances that have reported of late, whatever process they are in. */
public final class InstanceDirectory {

    private final MongoCollection<Document> reports;
    private final OperationsSettings settings;
    private final Clock clock;

    InstanceDirectory(MongoCollection<Document> reports, OperationsSettings settings, Clock clock) {
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
    }

    /** By service and name; those that have fallen silent say so among their troubles. */
    public List<InstanceReport> instances() {
        Instant now = clock.instant();
        return reports.find(Filters.gte(ReportDocument.AT, Date.from(now.minus(settings.forget()))))
                .sort(Sorts.ascending("service", "_id"))
                .map(document -> heard(ReportDocument.read(document), now))
                .into(new ArrayList<>());
    }

    private InstanceReport heard(InstanceReport report, Instant now) {
        Duration silence = Duration.between(report.at(), now);
        if (silence.compareTo(settings.lost()) < 0) {
            return report;
        }
        return new InstanceReport(
                report.name(),
                report.service(),
                report.process(),
                report.version(),
                report.startedAt(),
                report.at(),
                report.participation(),
                report.loadFactor(),
                List.of("No sign of life for %d s".formatted(silence.toSeconds())),
                new InstanceReport.Work(report.commands().handled(), 0, 0, 0),
                new InstanceReport.Work(report.queries().handled(), 0, 0, 0),
                report.events(),
                List.of(),
                List.of());
    }
}
