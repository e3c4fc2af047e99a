package io.daybook.operations;

import io.daybook.operations.ProcessorReport.SegmentReport;
import io.daybook.operations.ProcessorReport.Trouble;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What instances say of event processors, as MongoDB has it: within the document of the instance's report. */
final class ProcessorDocument {

    static final String PROCESSORS = "eventProcessors";
    static final String OUTCOMES = "outcomes";

    private ProcessorDocument() {}

    static Document write(ProcessorReport report) {
        Trouble trouble = report.trouble();
        return new Document("name", report.name())
                .append("running", report.running())
                .append(
                        "trouble",
                        trouble == null
                                ? null
                                : new Document("message", trouble.message())
                                        .append("since", Date.from(trouble.since()))
                                        .append("last", Date.from(trouble.last())))
                .append(
                        "segments",
                        report.segments().stream().map(ProcessorDocument::write).toList());
    }

    private static Document write(SegmentReport segment) {
        return new Document("segment", segment.segment())
                .append("of", segment.of())
                .append("claimed", segment.claimed())
                .append("seenAt", Date.from(segment.seenAt()))
                .append("position", segment.position())
                .append("lag", segment.lag())
                .append("lagMillis", segment.lagMillis())
                .append("perSecond", segment.perSecond())
                .append("caughtUp", segment.caughtUp())
                .append("replaying", segment.replaying());
    }

    static Document write(SegmentOutcome outcome) {
        return new Document("action", outcome.action())
                .append("state", outcome.state().name())
                .append("note", outcome.note())
                .append("at", Date.from(outcome.at()));
    }

    /** @param lost whether the instance is silent, so that nobody knows what it works on */
    static List<ProcessorReport> processors(Document report, boolean lost) {
        return report.getList(PROCESSORS, Document.class, List.of()).stream()
                .map(processor -> new ProcessorReport(
                        processor.getString("name"),
                        processor.getBoolean("running", false) && !lost,
                        trouble(processor.get("trouble", Document.class)),
                        processor.getList("segments", Document.class, List.of()).stream()
                                .map(segment -> segment(segment, lost))
                                .toList()))
                .toList();
    }

    private static @Nullable Trouble trouble(@Nullable Document trouble) {
        return trouble == null
                ? null
                : new Trouble(
                        trouble.getString("message"),
                        trouble.getDate("since").toInstant(),
                        trouble.getDate("last").toInstant());
    }

    private static SegmentReport segment(Document segment, boolean lost) {
        return new SegmentReport(
                segment.getInteger("segment"),
                segment.getInteger("of"),
                segment.getBoolean("claimed") && !lost,
                segment.getDate("seenAt").toInstant(),
                segment.getLong("position"),
                segment.getLong("lag"),
                segment.getLong("lagMillis"),
                segment.getDouble("perSecond"),
                segment.getBoolean("caughtUp"),
                segment.getBoolean("replaying"));
    }

    static List<SegmentOutcome> outcomes(Document report) {
        return report.getList(OUTCOMES, Document.class, List.of()).stream()
                .map(outcome -> new SegmentOutcome(
                        outcome.getString("action"),
                        SegmentOutcome.State.valueOf(outcome.getString("state")),
                        outcome.getString("note"),
                        outcome.getDate("at").toInstant()))
                .toList();
    }
}
