package io.daybook.query.auditor;

import io.daybook.api.audit.Finding.Difference;
import io.daybook.query.projection.ViewWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/** What documents say, without what is about the documents themselves. */
final class Contents {

    private static final int LONGEST = 400;
    private static final JsonWriterSettings PLAIN = JsonWriterSettings.builder()
            .dateTimeConverter((value, writer) ->
                    writer.writeString(Instant.ofEpochMilli(value).toString()))
            .decimal128Converter((value, writer) -> writer.writeNumber(value.toString()))
            .build();
    private static final String MASK = "•••";
    /** Fields that say who somebody is or lives, by view. */
    private static final Map<String, Set<String>> PERSONAL =
            Map.of("orders", Set.of("address"), "customers", Set.of("name"));

    private static final BsonDocument NOTHING = new BsonDocument();
    /** What is about the documents themselves. */
    static final Set<String> ASIDE = Set.of("_id", ViewWriter.POSITION, ViewWriter.FIRST);

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

    /** Field by field, also when there is only one of them; of personal data it is only said that it differs. */
    static List<Difference> between(String view, @Nullable BsonDocument log, @Nullable BsonDocument there) {
        return differences(
                PERSONAL.getOrDefault(view, Set.of()), log == null ? NOTHING : log, there == null ? NOTHING : there);
    }

    private static List<Difference> differences(Set<String> personal, BsonDocument log, BsonDocument there) {
        Set<String> fields = new TreeSet<>(log.keySet());
        fields.addAll(there.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            BsonValue right = log.get(field);
            BsonValue found = there.get(field);
            if (right == null ? found != null : !right.equals(found)) {
                differences.add(
                        personal.contains(field)
                                ? new Difference(field, masked(right), masked(found))
                                : new Difference(field, text(right), text(found)));
            }
        }
        return differences;
    }

    private static @Nullable String masked(@Nullable BsonValue value) {
        return value == null ? null : MASK;
    }

    private static @Nullable String text(@Nullable BsonValue value) {
        if (value == null) {
            return null;
        }
        if (value.isBinary()) {
            // Nobody can read it, but one can see that it differs.
            byte[] bytes = value.asBinary().getData();
            return "%,d bytes (%08x)".formatted(bytes.length, Arrays.hashCode(bytes));
        }
        if (value.isDateTime()) {
            return Instant.ofEpochMilli(value.asDateTime().getValue()).toString();
        }
        String text = value.isString()
                ? value.asString().getValue()
                : value.isDocument()
                        ? value.asDocument().toJson(PLAIN)
                        : plain(new BsonDocument("v", value).toJson(PLAIN));
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String plain(String wrapped) {
        return wrapped.substring("{\"v\": ".length(), wrapped.length() - 1);
    }
}
