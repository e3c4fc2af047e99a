package io.daybook.ui.experiments;

import io.daybook.ui.experiments.Run.Note;
import io.daybook.ui.experiments.Run.PutBack;
import io.daybook.ui.experiments.Run.Sample;
import io.daybook.ui.experiments.Run.State;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Runs as MongoDB has them. */
final class RunDocument {

    static final String STARTED = "startedAt";

    private RunDocument() {}

    static Document write(Run run) {
        Instant ended = run.endedAt();
        return new Document("_id", run.id())
                .append("experiment", run.experiment())
                .append("seeded", run.seeded())
                .append("reason", run.reason())
                .append("by", run.by())
                .append("state", run.state().name())
                .append(STARTED, Date.from(run.startedAt()))
                .append("endedAt", ended == null ? null : Date.from(ended))
                .append("orders", run.orders())
                .append("skus", run.skus())
                .append(
                        "putBack",
                        run.putBack().stream().map(RunDocument::write).toList())
                .append("steps", run.steps().stream().map(RunDocument::write).toList())
                .append(
                        "samples",
                        run.samples().stream().map(RunDocument::write).toList())
                .append("checks", run.checks().stream().map(RunDocument::write).toList())
                .append(
                        "cleaned",
                        run.cleaned().stream().map(RunDocument::write).toList());
    }

    private static Document write(PutBack change) {
        return new Document("kind", change.kind().name())
                .append("target", change.target())
                .append("value", change.value());
    }

    private static Document write(Note note) {
        return new Document("at", Date.from(note.at())).append("text", note.text());
    }

    /** Names of lines are values here: they may have dots in them. */
    private static Document write(Sample sample) {
        List<Document> values = sample.values().entrySet().stream()
                .map(value -> new Document("line", value.getKey()).append("value", value.getValue()))
                .toList();
        return new Document("at", Date.from(sample.at())).append("values", values);
    }

    private static Document write(Check check) {
        return new Document("expected", check.expected())
                .append("found", check.found())
                .append("holds", check.holds());
    }

    static Run read(Document document) {
        return new Run(
                document.getString("_id"),
                document.getString("experiment"),
                document.getBoolean("seeded"),
                document.getString("reason"),
                document.getString("by"),
                State.valueOf(document.getString("state")),
                Objects.requireNonNull(instant(document, STARTED)),
                instant(document, "endedAt"),
                document.getInteger("orders"),
                document.getList("skus", String.class, List.of()),
                list(document, "putBack").stream()
                        .map(change -> new PutBack(
                                PutBack.Kind.valueOf(change.getString("kind")),
                                change.getString("target"),
                                change.getInteger("value")))
                        .toList(),
                notes(document, "steps"),
                list(document, "samples").stream().map(RunDocument::sample).toList(),
                list(document, "checks").stream()
                        .map(check -> new Check(
                                check.getString("expected"), check.getString("found"), check.getBoolean("holds")))
                        .toList(),
                notes(document, "cleaned"));
    }

    private static Sample sample(Document document) {
        Map<String, Double> values = new HashMap<>();
        list(document, "values").forEach(value -> values.put(value.getString("line"), value.getDouble("value")));
        return new Sample(Objects.requireNonNull(instant(document, "at")), values);
    }

    private static List<Note> notes(Document document, String field) {
        return list(document, field).stream()
                .map(note -> new Note(Objects.requireNonNull(instant(note, "at")), note.getString("text")))
                .toList();
    }

    private static List<Document> list(Document document, String field) {
        return document.getList(field, Document.class, List.of());
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
