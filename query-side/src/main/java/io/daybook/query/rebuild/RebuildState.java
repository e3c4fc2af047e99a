package io.daybook.query.rebuild;

import io.daybook.api.view.ViewQuery.Comparison;
import io.daybook.api.view.ViewQuery.Difference;
import io.daybook.api.view.ViewQuery.FieldDifference;
import io.daybook.api.view.ViewQuery.Phase;
import io.daybook.api.view.ViewQuery.Rebuilding;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Where a rebuild stands, as a document: beside the copy that it makes, so that both are lost together or not at all. */
final class RebuildState {

    private RebuildState() {}

    static Document write(String view, boolean back, Rebuilding state) {
        return new Document("_id", view)
                .append("rebuild", state.rebuild())
                .append("back", back)
                .append("copy", state.copy())
                .append("phase", state.phase().name())
                .append("position", state.position())
                .append("start", state.start())
                .append("head", state.head())
                .append("rate", state.rate())
                .append("waiting", state.waiting())
                .append("resting", state.resting())
                .append("began", Date.from(state.began()))
                .append("at", Date.from(state.at()))
                .append("failure", state.failure())
                .append("comparison", state.comparison() == null ? null : write(state.comparison()));
    }

    static Rebuilding read(Document document) {
        Document comparison = document.get("comparison", Document.class);
        return new Rebuilding(
                document.getString("rebuild"),
                document.getString("copy"),
                Phase.valueOf(document.getString("phase")),
                document.getLong("position"),
                document.getLong("start"),
                document.getLong("head"),
                document.getLong("rate"),
                document.getBoolean("waiting"),
                document.getBoolean("resting"),
                document.getDate("began").toInstant(),
                document.getDate("at").toInstant(),
                document.getString("failure"),
                comparison == null ? null : readComparison(comparison));
    }

    static boolean isOver(Phase phase) {
        return phase == Phase.SWAPPED || phase == Phase.CANCELLED || phase == Phase.FAILED;
    }

    static Rebuilding begun(String rebuild, String copy, Phase phase, long position, Instant now) {
        return new Rebuilding(
                rebuild, copy, phase, position, position, position, 0, false, false, now, now, null, null);
    }

    static Rebuilding at(Rebuilding state, Phase phase, @Nullable String failure, Instant now) {
        return new Rebuilding(
                state.rebuild(),
                state.copy(),
                phase,
                state.position(),
                state.start(),
                state.head(),
                RebuildState.isOver(phase) ? state.rate() : 0,
                false,
                false,
                state.began(),
                now,
                failure,
                state.comparison());
    }

    private static Document write(Comparison found) {
        return new Document("position", found.position())
                .append("at", Date.from(found.at()))
                .append("liveDocuments", found.liveDocuments())
                .append("copyDocuments", found.copyDocuments())
                .append("liveChecksum", found.liveChecksum())
                .append("copyChecksum", found.copyChecksum())
                .append("differing", found.differing())
                .append(
                        "examples",
                        found.examples().stream().map(RebuildState::write).toList());
    }

    private static Document write(Difference difference) {
        return new Document("id", difference.id())
                .append(
                        "fields",
                        difference.fields().stream()
                                .map(field -> List.of(field.field(), field.live(), field.copy()))
                                .toList());
    }

    private static Comparison readComparison(Document found) {
        return new Comparison(
                found.getLong("position"),
                found.getDate("at").toInstant(),
                found.getLong("liveDocuments"),
                found.getLong("copyDocuments"),
                found.getString("liveChecksum"),
                found.getString("copyChecksum"),
                found.getLong("differing"),
                found.getList("examples", Document.class).stream()
                        .map(RebuildState::readDifference)
                        .toList());
    }

    @SuppressWarnings("unchecked") // as it was written
    private static Difference readDifference(Document difference) {
        List<List<String>> fields = (List<List<String>>) (List<?>) difference.getList("fields", List.class);
        return new Difference(
                difference.getString("id"),
                fields.stream()
                        .map(field -> new FieldDifference(field.get(0), field.get(1), field.get(2)))
                        .toList());
    }
}
