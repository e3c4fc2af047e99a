package io.daybook.query.rebuild;

import io.daybook.api.view.ViewQuery.FieldDifference;
import io.daybook.query.projection.ViewWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/** What a view's document says: all of it but its name, and between which events it was made. */
final class Contents {

    private static final DocumentCodec CODEC = new DocumentCodec();
    private static final Set<String> APART = Set.of("_id", ViewWriter.POSITION, ViewWriter.FIRST);
    private static final int LONGEST = 200;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Contents() {}

    static long positionOf(Document document) {
        Long position = document.getLong(ViewWriter.POSITION);
        return position == null ? -1 : position;
    }

    /** Documents that say the same under the same name have the same. */
    static long checksum(Document document) {
        Document sorted = new Document("_id", document.get("_id"));
        sorted.putAll(of(document));
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        CODEC.encode(
                new BsonBinaryWriter(buffer), sorted, EncoderContext.builder().build());
        byte[] bytes = buffer.getInternalBuffer();
        long hash = FNV_OFFSET;
        for (int i = 0; i < buffer.getSize(); i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * FNV_PRIME;
        }
        // The sum of hashes must not let small changes cancel each other out.
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    static boolean same(@Nullable Document one, @Nullable Document other) {
        return one == null || other == null ? one == other : of(one).equals(of(other));
    }

    static List<FieldDifference> differences(@Nullable Document live, @Nullable Document copy) {
        Map<String, Object> here = live == null ? Map.of() : of(live);
        Map<String, Object> there = copy == null ? Map.of() : of(copy);
        if (live == null || copy == null) {
            return List.of(
                    new FieldDifference("", text(live == null ? null : here), text(copy == null ? null : there)));
        }
        List<FieldDifference> differences = new ArrayList<>();
        Set<String> fields = new TreeSet<>(here.keySet());
        fields.addAll(there.keySet());
        for (String field : fields) {
            if (!Objects.equals(here.get(field), there.get(field))) {
                differences.add(new FieldDifference(field, text(here.get(field)), text(there.get(field))));
            }
        }
        return differences;
    }

    private static Map<String, Object> of(Document document) {
        Map<String, Object> contents = new TreeMap<>(document);
        contents.keySet().removeAll(APART);
        return contents;
    }

    private static String text(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
