package io.daybook.query.auditor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What was right when it was looked at last, by a digest: as long as it has not changed it need not be derived anew each
 * round. Used by one thread.
 */
final class Verified {

    private static final long NOTHING = 0;

    private record Seen(long digest, long round) {}

    private final Map<String, Seen> seen;
    private final int anew;

    /**
     * @param most things remembered
     * @param anew rounds after which a thing is derived anew all the same
     */
    Verified(int most, int anew) {
        this.anew = anew;
        this.seen = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
                return size() > most;
            }
        };
    }

    static long digest(@Nullable RawBsonDocument document) {
        if (document == null) {
            return NOTHING;
        }
        var buffer = document.getByteBuffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        long digest = Arrays.hashCode(bytes);
        long other = 1;
        for (byte each : bytes) {
            other = other * 1_000_003 + each;
        }
        return digest << 32 ^ other;
    }

    /** Whether this very content was right, and not too long ago. Spread, so that not all is derived anew in one round. */
    boolean holds(String area, String id, long digest, long round) {
        Seen last = seen.get(area + ":" + id);
        return last != null
                && last.digest == digest
                && round - last.round < anew / 2 + Math.floorMod(id.hashCode(), anew);
    }

    void put(String area, String id, long digest, long round) {
        seen.put(area + ":" + id, new Seen(digest, round));
    }

    void forget(String area, String id) {
        seen.remove(area + ":" + id);
    }
}
