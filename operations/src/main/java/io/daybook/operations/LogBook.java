package io.daybook.operations;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The log lines of all instances, to be searched. Every method throws {@code MongoException} when the database is away.
 *
 * <p>Lines are looked for close by in time first: what is asked for is mostly what has just happened, and then only the
 * lines of a few minutes need to be read.
 */
public final class LogBook {

    /** Minutes; what is further away is found in all that there is. */
    private static final List<Integer> NEAR = List.of(5, 360);

    /** Other machines' clocks may be ahead of this one's. */
    private static final int AHEAD = 2;

    private final MongoCollection<Document> lines;
    private final Clock clock;

    LogBook(MongoCollection<Document> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * The newest lines, newest first.
     *
     * @param before the name of a line, of which only earlier ones are wanted; null for none
     */
    public List<LogLine> newest(LogSearch search, @Nullable String before, int limit) {
        Bson filter =
                before == null ? search.filter() : Filters.and(search.filter(), Filters.lt(LogDocument.ID, before));
        int last = before == null
                ? LogDocument.minute(clock.instant()) + AHEAD
                : LogDocument.minute(LogLine.timeOf(before));
        if (!search.isNarrow()) {
            for (int minutes : NEAR) {
                List<LogLine> found = find(Filters.and(filter, within(last - minutes, last)), false, limit);
                if (found.size() == limit) {
                    return found;
                }
            }
        }
        return find(filter, false, limit);
    }

    /** The lines that come next after this one, newest first. */
    public List<LogLine> after(LogSearch search, String after, int limit) {
        Bson filter = Filters.and(search.filter(), Filters.gt(LogDocument.ID, after));
        List<LogLine> found = new ArrayList<>(find(filter, true, limit));
        Collections.reverse(found);
        return found;
    }

    /** The newest lines of the last so much time, which should be minutes at most, newest first. */
    public List<LogLine> recent(Duration time, int limit) {
        Instant now = clock.instant();
        Instant since = now.minus(time);
        return find(
                Filters.and(
                        within(LogDocument.minute(since), LogDocument.minute(now) + AHEAD),
                        Filters.gte(LogDocument.ID, LogLine.startOfId(since))),
                false,
                limit);
    }

    private static Bson within(int firstMinute, int lastMinute) {
        return Filters.in(
                LogDocument.MINUTE,
                IntStream.rangeClosed(firstMinute, lastMinute).boxed().toList());
    }

    private List<LogLine> find(Bson filter, boolean oldestFirst, int limit) {
        return lines.find(filter)
                .sort(oldestFirst ? Sorts.ascending(LogDocument.ID) : Sorts.descending(LogDocument.ID))
                .limit(limit)
                .map(LogDocument::read)
                .into(new ArrayList<>());
    }
}
