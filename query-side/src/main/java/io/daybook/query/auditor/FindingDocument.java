package io.daybook.query.auditor;

import io.daybook.api.audit.DriftKind;
import io.daybook.api.audit.Finding;
import io.daybook.api.audit.Finding.Difference;
import io.daybook.api.audit.Finding.Evidence;
import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.FindingState;
import io.daybook.api.audit.Remedy;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** A finding as a document. */
final class FindingDocument {

    static final String STATE = "state";
    static final String SINCE = "since";
    static final String LOOKED = "looked";
    static final String DECISION = "decision";
    static final String TROUBLE = "trouble";

    private FindingDocument() {}

    static Document write(Finding finding) {
        return new Document("_id", finding.id().value())
                .append("kind", finding.kind().name())
                .append("area", finding.area())
                .append("about", finding.about())
                .append("note", finding.note())
                .append(
                        "differences",
                        finding.differences().stream()
                                .map(each -> new Document("field", each.field())
                                        .append("log", each.log())
                                        .append("there", each.there()))
                                .toList())
                .append(
                        "evidence",
                        finding.evidence().stream()
                                .map(each -> new Document("stream", each.stream())
                                        .append("sequence", each.sequence())
                                        .append("event", each.event())
                                        .append("eventId", each.eventId())
                                        .append("at", Date.from(each.at())))
                                .toList())
                .append(SINCE, Date.from(finding.since()))
                .append(LOOKED, Date.from(finding.looked()))
                .append(STATE, finding.state().name())
                .append(
                        "remedies",
                        finding.remedies().stream().map(Remedy::name).toList())
                .append(TROUBLE, finding.trouble());
    }

    static Finding read(Document document) {
        return new Finding(
                new FindingId(document.getString("_id")),
                DriftKind.valueOf(document.getString("kind")),
                document.getString("area"),
                document.getString("about"),
                document.getString("note"),
                document.getList("differences", Document.class, List.of()).stream()
                        .map(each ->
                                new Difference(each.getString("field"), each.getString("log"), each.getString("there")))
                        .toList(),
                document.getList("evidence", Document.class, List.of()).stream()
                        .map(each -> new Evidence(
                                each.getString("stream"),
                                each.getLong("sequence"),
                                each.getString("event"),
                                each.getString("eventId"),
                                each.getDate("at").toInstant()))
                        .toList(),
                document.getDate(SINCE).toInstant(),
                document.getDate(LOOKED).toInstant(),
                FindingState.valueOf(document.getString(STATE)),
                document.getList("remedies", String.class, List.of()).stream()
                        .map(Remedy::valueOf)
                        .toList(),
                document.getString(TROUBLE));
    }
}
