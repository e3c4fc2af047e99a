package io.daybook.standalone.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Values as keys of the store's maps: equal values have equal keys, whatever type of number they come as, and texts and
 * dates keep their order. No key contains {@link #END}, so keys can be put together.
 */
final class Keys {

    static final char END = '\u0000';
    static final char DATE = 't';
    private static final String NONE = "n";

    private Keys() {}

    static String of(@Nullable Object value) {
        if (Missing.isNullOrMissing(value)) {
            return NONE;
        } else if (value instanceof String text && text.indexOf(END) < 0) {
            return "s" + text;
        } else if (value instanceof Number number && !(value instanceof Decimal128)) {
            double real = number.doubleValue();
            return real == number.longValue() ? "i" + number.longValue() : "d" + real;
        } else if (value instanceof Instant moment) {
            return DATE + String.format("%016x", moment.toEpochMilli() ^ Long.MIN_VALUE);
        }
        return "b" + hexadecimal(value);
    }

    /** The key of several values together. */
    static String ofAll(Iterable<?> values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(Keys::of)
                .collect(Collectors.joining(String.valueOf(END)));
    }

    /** The beginning of the keys of all texts that begin so. */
    static String startOf(String text) {
        return "s" + text;
    }

    private static String hexadecimal(@Nullable Object value) {
        ByteBuf buffer = Unpooled.buffer();
        byte type = BsonEncoder.determineType(value);
        buffer.writeByte(type);
        BsonEncoder.encodeValue(type, value, buffer);
        return ByteBufUtil.hexDump(buffer);
    }
}
