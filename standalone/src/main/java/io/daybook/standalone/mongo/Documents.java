package io.daybook.standalone.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a collection by key, as BSON. Each reader gets a copy of its own: the server changes documents in place,
 * and what it hands out is encoded later and elsewhere.
 */
final class Documents {

    private static final ThreadLocal<ByteBuf> SCRATCH = ThreadLocal.withInitial(() -> Unpooled.buffer(4096));

    private static final int SCRATCH_KEPT = 1 << 20;

    private final MVMap<String, byte[]> bytes;

    private Documents(MVMap<String, byte[]> bytes) {
        this.bytes = bytes;
    }

    static Documents open(MVStore store, String name) {
        return new Documents(store.openMap(
                name,
                new MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE)));
    }

    @Nullable Document get(String key) {
        byte[] found = bytes.get(key);
        return found == null ? null : decode(found);
    }

    boolean contains(String key) {
        return bytes.containsKey(key);
    }

    void put(String key, Document document) {
        bytes.put(key, encode(document));
    }

    boolean remove(String key) {
        return bytes.remove(key) != null;
    }

    int size() {
        return bytes.size();
    }

    Stream<String> keys() {
        Iterator<String> keys = bytes.keyIterator(null);
        return StreamSupport.stream(((Iterable<String>) () -> keys).spliterator(), false);
    }

    /** At most so many keys after this one that begin as it does, in order. */
    List<String> keysAfter(String key, int limit) {
        List<String> found = new ArrayList<>();
        Iterator<String> keys = bytes.keyIterator(key);
        while (keys.hasNext() && found.size() < limit) {
            String next = keys.next();
            if (next.charAt(0) != key.charAt(0)) {
                break;
            }
            if (!next.equals(key)) {
                found.add(next);
            }
        }
        return found;
    }

    Stream<Document> all() {
        return bytes.values().stream().map(Documents::decode);
    }

    private static byte[] encode(Document document) {
        ByteBuf buffer = SCRATCH.get().clear();
        BsonEncoder.encodeDocument(document, buffer);
        byte[] encoded = ByteBufUtil.getBytes(buffer);
        if (buffer.capacity() > SCRATCH_KEPT) {
            SCRATCH.remove();
        }
        return encoded;
    }

    private static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}
