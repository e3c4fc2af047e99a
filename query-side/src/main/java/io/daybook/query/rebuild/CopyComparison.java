package io.daybook.query.rebuild;

import com.mongodb.client.MongoCollection;
import io.daybook.api.view.ViewQuery.Comparison;
import io.daybook.api.view.ViewQuery.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Compares a copy with the live one. Both are read once, in the order of their ids, while the live one is written to and the
 * copy is not. Equal documents are counted; the others are suspects, and so is each that the copy is about to change later.
 * Suspects are looked at again until they are few, and finally while the live view stands still and the copy stands at the
 * very same position. Documents are the same when all their contents are.
 */
final class CopyComparison {

    /** Differences that are remembered one by one. */
    static final int MOST_DIFFERENT = 100_000;

    /** Differences that are told with their fields. */
    private static final int EXAMPLES = 100;

    private static final int ROUNDS = 5;

    private final MongoCollection<Document> live;
    private final MongoCollection<Document> copy;
    private final RebuildSettings settings;

    /** Documents that are the same in both. */
    private final Sums equal = new Sums();

    private final Map<String, Different> different = new HashMap<>();
    private Set<String> suspects = new HashSet<>();

    /** A difference: the checksums of both, null where there is no document. */
    private record Different(@Nullable Long live, @Nullable Long copy, Difference example) {}

    CopyComparison(MongoCollection<Document> live, MongoCollection<Document> copy, RebuildSettings settings) {
        this.live = live;
        this.copy = copy;
        this.settings = settings;
    }

    /** @param position of the copy, which nobody writes to meanwhile */
    void scan(long position, BooleanSupplier goOn) {
        Pages here = new Pages(live, settings.page());
        Pages there = new Pages(copy, settings.page());
        Document one = next(here);
        Document other = next(there);
        while ((one != null || other != null) && goOn.getAsBoolean()) {
            int order = order(one, other);
            if (order == 0 && one != null && other != null) {
                if (Contents.positionOf(one) <= position && Contents.same(one, other)) {
                    equal.add(Contents.checksum(other));
                } else {
                    suspect(one.getString("_id"));
                }
            } else {
                Document lone = order < 0 ? one : other;
                if (lone != null) {
                    suspect(lone.getString("_id"));
                }
            }
            one = order <= 0 ? next(here) : one;
            other = order >= 0 ? next(there) : other;
        }
    }

    private static @Nullable Document next(Pages documents) {
        return documents.hasNext() ? documents.next() : null;
    }

    private static int order(@Nullable Document one, @Nullable Document other) {
        if (one == null || other == null) {
            return one == null ? 1 : -1;
        }
        return Integer.signum(one.getString("_id").compareTo(other.getString("_id")));
    }

    private void suspect(String id) {
        if (suspects.size() + different.size() >= MOST_DIFFERENT) {
            throw new TooDifferent(MOST_DIFFERENT);
        }
        suspects.add(id);
    }

    /** The copy is about to change these. */
    void touched(List<String> ids) {
        List<String> counted = new ArrayList<>();
        for (String id : ids) {
            if (different.remove(id) != null) {
                suspect(id);
            } else if (!suspects.contains(id)) {
                counted.add(id);
            }
        }
        Pages.read(copy, counted).values().forEach(before -> equal.remove(Contents.checksum(before)));
        counted.forEach(this::suspect);
    }

    /** Looks at the suspects again, while the live view goes on, until they are few. */
    void settle(CopyPosition builder) {
        for (int round = 0; round < ROUNDS && suspects.size() > settings.few(); round++) {
            long position = builder.position();
            look(suspects, position);
            builder.advance();
        }
    }

    /** What is found while the live view stands at the position that the copy has. */
    Comparison result(long position, Instant now) {
        look(suspects, position);
        if (!suspects.isEmpty()) {
            throw new NotSettled("%d documents are further than position %d".formatted(suspects.size(), position));
        }
        Sums lives = new Sums();
        Sums copies = new Sums();
        List<Difference> examples = new ArrayList<>();
        for (Different each : different.values()) {
            if (each.live() != null) {
                lives.add(each.live());
            }
            if (each.copy() != null) {
                copies.add(each.copy());
            }
            if (examples.size() < EXAMPLES) {
                examples.add(each.example());
            }
        }
        return new Comparison(
                position,
                now,
                equal.documents() + lives.documents(),
                equal.documents() + copies.documents(),
                Long.toHexString(equal.checksum() + lives.checksum()),
                Long.toHexString(equal.checksum() + copies.checksum()),
                different.size(),
                examples);
    }

    /** Those that the live view has written since stay suspects. */
    private void look(Collection<String> ids, long position) {
        Set<String> remaining = new HashSet<>();
        List<String> some = new ArrayList<>();
        for (String id : ids) {
            some.add(id);
            if (some.size() == settings.page()) {
                look(some, position, remaining);
                some.clear();
            }
        }
        look(some, position, remaining);
        suspects = remaining;
    }

    private void look(List<String> ids, long position, Set<String> remaining) {
        Map<String, Document> here = Pages.read(live, ids);
        Map<String, Document> there = Pages.read(copy, ids);
        for (String id : ids) {
            Document one = here.get(id);
            Document other = there.get(id);
            if (one != null && Contents.positionOf(one) > position) {
                remaining.add(id);
            } else if (!Contents.same(one, other)) {
                different.put(id, different(id, one, other));
            } else if (other != null) {
                equal.add(Contents.checksum(other));
            }
        }
    }

    private static Different different(String id, @Nullable Document live, @Nullable Document copy) {
        return new Different(
                live == null ? null : (Long) Contents.checksum(live),
                copy == null ? null : (Long) Contents.checksum(copy),
                new Difference(id, Contents.differences(live, copy)));
    }

    /** The copy, which can be brought further. */
    interface CopyPosition {

        long position();

        void advance();
    }

    /** There is no use in going on. */
    static final class TooDifferent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooDifferent(int most) {
            super("the copies differ in more than %,d entries".formatted(most));
        }
    }
}
