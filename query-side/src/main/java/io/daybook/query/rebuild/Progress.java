package io.daybook.query.rebuild;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.daybook.api.operations.RebuildOrder;
import io.daybook.api.view.ViewQuery.Comparison;
import io.daybook.api.view.ViewQuery.Phase;
import io.daybook.api.view.ViewQuery.Rebuilding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keeps on record where one rebuild stands. Used by one thread. */
final class Progress {

    static final String COLLECTION = "rebuilds";

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    /** Rates are means over about so long. */
    private static final Duration SPAN = Duration.ofSeconds(2);

    private final MongoCollection<Document> states;
    private final String view;
    private final boolean back;
    private final LongSupplier head;
    private final Clock clock;
    private Rebuilding state;
    private Instant since;
    private long from;

    Progress(MongoCollection<Document> states, RebuildOrder order, Rebuilding state, LongSupplier head, Clock clock) {
        this.states = states;
        this.view = order.view();
        this.back = order.back();
        this.head = head;
        this.clock = clock;
        this.state = state;
        this.since = clock.instant();
        this.from = state.position();
    }

    static @Nullable Document find(MongoCollection<Document> states, String view) {
        return states.find(Filters.eq("_id", view)).first();
    }

    Rebuilding state() {
        return state;
    }

    void phase(Phase phase) {
        store(with(phase, state.position(), state.start(), false, false, state.comparison()));
    }

    void start(long start) {
        store(with(Phase.BUILDING, start, start, false, false, null));
        from = start;
        since = clock.instant();
    }

    /** The log has been read as far as it goes; the rate is what it was on the whole. */
    void built(long sinceNanos, long fromPosition) {
        long millis = Math.max(1, (System.nanoTime() - sinceNanos) / 1_000_000);
        Rebuilding now = with(Phase.BUILDING, state.position(), state.start(), false, false, state.comparison());
        long rate = (now.position() - fromPosition) * 1_000 / millis;
        store(new Rebuilding(
                now.rebuild(),
                now.copy(),
                now.phase(),
                now.position(),
                now.start(),
                now.head(),
                rate > 0 ? rate : now.rate(),
                false,
                false,
                now.began(),
                now.at(),
                null,
                now.comparison()));
    }

    void waiting() {
        store(with(state.phase(), state.position(), state.start(), true, false, state.comparison()));
    }

    void reached(long position, boolean resting) {
        store(with(state.phase(), position, state.start(), false, resting, state.comparison()));
    }

    void compared(Phase phase, Comparison found) {
        store(with(phase, found.position(), state.start(), false, false, found));
    }

    private Rebuilding with(
            Phase phase, long position, long start, boolean waiting, boolean resting, @Nullable Comparison comparison) {
        Instant now = clock.instant();
        long rate = state.rate();
        Duration passed = Duration.between(since, now);
        if (phase != Phase.BUILDING) {
            passed = Duration.ZERO; // It stays what it was last.
        }
        if (passed.compareTo(SPAN) >= 0 || rate == 0 && passed.toMillis() > 0) {
            rate = Math.max(0, (position - from) * 1_000 / passed.toMillis());
            if (passed.compareTo(SPAN) >= 0) {
                since = now;
                from = position;
            }
        }
        return new Rebuilding(
                state.rebuild(),
                state.copy(),
                phase,
                position,
                start,
                Math.max(position, head.getAsLong()),
                rate,
                waiting,
                resting,
                state.began(),
                now,
                null,
                comparison);
    }

    private void store(Rebuilding now) {
        states.replaceOne(Filters.eq("_id", view), RebuildState.write(view, back, now), UPSERT);
        state = now;
    }
}
