package io.daybook.query.auditor;

import io.daybook.api.audit.Finding.Difference;
import io.daybook.query.projection.ViewWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** What documents say, without what is about the documents themselves. */
final class Contents {

    private static final int LONGEST = 400;
    private static final Set<String> ASIDE = Set.of("_id", ViewWriter.POSITION, ViewWriter.FIRST);

    private Contents() {}

    static @Nullable BsonDocument of(@Nullable Document document, CodecRegistry codecs) {
        if (document == null) {
            return null;
        }
        BsonDocument content =
                document.toBsonDocument(BsonDocument.class, codecs).clone();
        ASIDE.forEach(content::remove);
        return content;
    }

    /** Field by field; one difference without a field when there is only one of them. */
    static List<Difference> between(@Nullable BsonDocument log, @Nullable BsonDocument there) {
        if (log == null || there == null) {
            return List.of(new Difference("the entry", text(log), text(there)));
        }
        Set<String> fields = new TreeSet<>(log.keySet());
        fields.addAll(there.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            BsonValue right = log.get(field);
            BsonValue found = there.get(field);
            if (right == null ? found != null : !right.equals(found)) {
                differences.add(new Difference(field, text(right), text(found)));
            }
        }
        return differences;
    }

    private static @Nullable String text(@Nullable BsonValue value) {
        if (value == null) {
            return null;
        }
        String text = value.isString()
                ? value.asString().getValue()
                : value.isDocument() ? value.asDocument().toJson() : plain(new BsonDocument("v", value).toJson());
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String plain(String wrapped) {
        return wrapped.substring("{\"v\": ".length(), wrapped.length() - 1);
    }
}
