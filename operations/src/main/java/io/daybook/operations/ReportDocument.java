package io.daybook.operations;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.Participation;
import io.daybook.operations.InstanceReport.LineReport;
import io.daybook.operations.InstanceReport.Work;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Reports as MongoDB has them. */
final class ReportDocument {

    static final String AT = "at";

    private ReportDocument() {}

    static Document write(InstanceReport report) {
        return new Document("_id", report.name())
                .append("service", report.service())
                .append("process", report.process())
                .append("version", report.version())
                .append("startedAt", Date.from(report.startedAt()))
                .append(AT, Date.from(report.at()))
                .append("participation", report.participation().name())
                .append("loadFactor", report.loadFactor())
                .append("troubles", report.troubles())
                .append("commands", write(report.commands()))
                .append("queries", write(report.queries()))
                .append("events", report.events())
                .append("processors", report.processors())
                .append(
                        "lines",
                        report.lines().stream().map(ReportDocument::write).toList());
    }

    private static Document write(Work work) {
        return new Document("handled", work.handled())
                .append("perSecond", work.perSecond())
                .append("inFlight", work.inFlight())
                .append("millis", work.millis());
    }

    static InstanceReport read(Document document) {
        return new InstanceReport(
                document.getString("_id"),
                document.getString("service"),
                document.getString("process"),
                document.getString("version"),
                instant(document, "startedAt"),
                instant(document, AT),
                Participation.valueOf(document.getString("participation")),
                document.getInteger("loadFactor"),
                document.getList("troubles", String.class, List.of()),
                work(document.get("commands", Document.class)),
                work(document.get("queries", Document.class)),
                document.getLong("events"),
                document.getList("processors", String.class, List.of()),
                document.getList("lines", Document.class, List.of()).stream()
                        .map(ReportDocument::line)
                        .toList());
    }

    private static Document write(LineReport line) {
        return new Document("line", line.line())
                .append("tier", line.tier().name())
                .append("guaranteed", line.guaranteed())
                .append("taken", line.taken())
                .append("waiting", line.waiting())
                .append("perSecond", line.perSecond())
                .append("waitMillis", line.waitMillis())
                .append("workMillis", line.workMillis());
    }

    private static LineReport line(Document document) {
        return new LineReport(
                document.getString("line"),
                Tier.valueOf(document.getString("tier")),
                document.getInteger("guaranteed"),
                document.getInteger("taken"),
                document.getInteger("waiting"),
                document.getDouble("perSecond"),
                document.getDouble("waitMillis"),
                document.getDouble("workMillis"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static Work work(Document document) {
        return new Work(
                document.getLong("handled"),
                document.getDouble("perSecond"),
                document.getInteger("inFlight"),
                document.getDouble("millis"));
    }
}
