package io.daybook.query.rebuild;

import com.mongodb.client.MongoCollection;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.RecordSwap;
import io.daybook.api.operations.RebuildOrder;
import io.daybook.api.operations.RebuildOrder.Swap;
import io.daybook.api.view.ViewQuery.Comparison;
import io.daybook.api.view.ViewQuery.Phase;
import io.daybook.api.view.ViewQuery.Rebuilding;
import io.daybook.query.projection.CopyLetters;
import io.daybook.query.projection.LiveView;
import io.daybook.query.projection.ViewSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild, from where it stands. Returns when it rests, when it is done, or when this instance is not the one to do it;
 * whoever goes on later begins with a new one of these.
 */
final class ViewRebuild<E, V> {

    private static final Consumer<List<String>> UNHEEDED = ids -> {};
    private static final int ATTEMPTS = 20;

    private final ViewSource<E, V> source;
    private final LiveView live;
    private final RebuildParts parts;
    private final Copies copies;
    private final Supplier<@Nullable RebuildOrder> wanted;
    private final Pauses pauses;
    private final Progress progress;
    private final MongoCollection<Document> copy;
    private final BooleanSupplier goOn;

    ViewRebuild(
            ViewSource<E, V> source,
            RebuildParts parts,
            RebuildOrder order,
            Supplier<@Nullable RebuildOrder> wanted,
            Pauses pauses) {
        this.source = source;
        this.live = source.live();
        this.parts = parts;
        this.copies = new Copies(live, parts.database());
        this.wanted = wanted;
        this.pauses = pauses;
        this.goOn = () -> {
            RebuildOrder now = wanted.get();
            return now != null && now.id().equals(order.id()) && !now.paused() && source.isKeptHere();
        };
        MongoCollection<Document> states = parts.database().collection(Progress.COLLECTION);
        Document known = Progress.find(states, order.view());
        Rebuilding state = known != null && order.id().value().equals(known.getString("rebuild"))
                ? RebuildState.read(known)
                : begin(order);
        this.progress = new Progress(states, order, state, parts.head()::position, parts.clock());
        this.copy = parts.database().collection(state.copy());
    }

    private Rebuilding begin(RebuildOrder order) {
        Document kept = order.back() ? copies.kept() : null;
        if (order.back() && kept == null) {
            throw new Impossible("no copy of %s is kept".formatted(order.view()));
        }
        return kept == null
                ? RebuildState.begun(
                        order.id().value(),
                        live.nextCopy(parts.database()),
                        order.from() == null ? Phase.BUILDING : Phase.TAKING_OVER,
                        -1,
                        parts.clock().instant())
                : RebuildState.begun(
                        order.id().value(),
                        kept.getString(LiveView.COLLECTION),
                        Phase.BUILDING,
                        kept.getLong("position"),
                        parts.clock().instant());
    }

    void run() {
        if (copies.liveName().equals(progress.state().copy())) {
            record(progress.state().comparison());
            return;
        }
        if (progress.state().phase() == Phase.TAKING_OVER) {
            takeOver();
        }
        try (CopyBuilder<E, V> builder = builder()) {
            // For a few events it does not matter how many rebuilds there are.
            boolean far =
                    target(builder) - builder.position() > parts.settings().batch();
            if (!goOn.getAsBoolean() || far && !takeTurn()) {
                return;
            }
            try {
                build(builder);
            } finally {
                if (far) {
                    parts.turns().release();
                }
            }
            follow(builder);
        }
    }

    private CopyBuilder<E, V> builder() {
        return new CopyBuilder<>(source, copy, progress.state().position(), parts);
    }

    private void takeOver() {
        progress.phase(Phase.TAKING_OVER);
        RebuildOrder order = wanted.get();
        if (order != null && order.from() != null) {
            // What is behind the live view's position is not in its documents yet.
            long limit = Math.min(parts.head().before(order.from()), Math.max(-1, live.standsAt()));
            MongoCollection<Document> current = live.documents(parts.database());
            // Entries that lack an event which was put aside are not to be trusted as they are.
            boolean whole = CopyLetters.count(parts.database(), copies.liveName()) == 0;
            long start = whole ? new TakeOver(current, copy, parts.settings().page()).upTo(limit, gently()) : -1;
            if (goOn.getAsBoolean()) {
                progress.start(start);
            }
        }
    }

    /** Asked for each document: whether to go on, after a rest for each page of them while there is traffic. */
    private BooleanSupplier gently() {
        Rests rests = new Rests(parts.settings(), parts.head(), pauses);
        AtomicInteger asked = new AtomicInteger();
        return () -> {
            if (asked.incrementAndGet() % parts.settings().page() == 0) {
                rests.after(rests.isBusy());
            }
            return goOn.getAsBoolean();
        };
    }

    private boolean takeTurn() {
        if (!parts.turns().tryAcquire()) {
            progress.waiting();
            while (!parts.turns().tryAcquire()) {
                pauses.pause(parts.settings().look());
                if (!goOn.getAsBoolean()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Reads the log until the copy is close to the live one. */
    private void build(CopyBuilder<E, V> builder) {
        progress.phase(Phase.BUILDING);
        long began = System.nanoTime();
        long from = builder.position();
        Rests rests = new Rests(parts.settings(), parts.head(), pauses);
        while (goOn.getAsBoolean() && builder.position() < target(builder)) {
            builder.advance(target(builder), goOn, UNHEEDED, position -> {
                boolean busy = rests.isBusy();
                progress.reached(position, busy);
                rests.after(busy);
            });
        }
        progress.built(began, from);
    }

    /** What the live copy is known to reflect; where it does not stand, the copy is not to overtake it. */
    private long target(CopyBuilder<E, V> builder) {
        long stands = live.standsAt();
        return stands == LiveView.UNKNOWN ? builder.position() : stands;
    }

    /** Keeps the copy close to the live one, compares both, and swaps them when that is wanted. */
    private void follow(CopyBuilder<E, V> builder) {
        @Nullable Swap compared = null;
        while (goOn.getAsBoolean()) {
            RebuildOrder order = wanted.get();
            if (order == null) {
                return;
            }
            boolean told = compared != null && order.swap() != compared;
            if (compared == null || told) {
                if (compare(builder, order.swap())) {
                    record(progress.state().comparison());
                    return;
                }
                compared = order.swap();
            }
            pauses.pause(parts.settings().look());
            long target = target(builder);
            if (target > builder.position()) {
                builder.advance(target, goOn, UNHEEDED, position -> progress.reached(position, false));
            }
        }
    }

    /** @return whether the copy is the live one now */
    private boolean compare(CopyBuilder<E, V> builder, Swap swap) {
        progress.phase(Phase.COMPARING);
        MongoCollection<Document> current = live.documents(parts.database());
        CopyComparison comparison = new CopyComparison(current, copy, parts.settings());
        CopyComparison.CopyPosition position = new CopyComparison.CopyPosition() {
            @Override
            public long position() {
                return builder.position();
            }

            @Override
            public void advance() {
                builder.advance(target(builder), goOn, comparison::touched, at -> progress.reached(at, false));
            }
        };
        try {
            comparison.scan(builder.position(), gently());
            comparison.settle(position);
            return settled(position, comparison, swap);
        } catch (CopyComparison.TooDifferent beyondCounting) {
            return swapBeyondCounting(builder, current, swap);
        }
    }

    private boolean settled(CopyComparison.CopyPosition position, CopyComparison comparison, Swap swap) {
        for (int attempt = 0; goOn.getAsBoolean(); attempt++) {
            position.advance();
            try {
                return exactly(position, comparison, swap);
            } catch (NotSettled notYet) {
                if (attempt == ATTEMPTS) {
                    throw notYet;
                }
                pauses.pause(parts.settings().look());
            }
        }
        return false;
    }

    private boolean exactly(CopyComparison.CopyPosition position, CopyComparison comparison, Swap swap) {
        live.gate().lock();
        try {
            standStill();
            position.advance();
            if (position.position() != live.stored()) {
                throw new NotSettled("the copy does not reach position " + live.stored());
            }
            Comparison found = comparison.result(live.stored(), parts.clock().instant());
            boolean equal = found.differing() == 0;
            progress.compared(equal ? Phase.EQUAL : Phase.DIFFERENT, found);
            boolean swaps = swap == Swap.ANYWAY || swap == Swap.WHEN_EQUAL && equal;
            return swaps && live.switchTo(parts.database(), progress.state().copy());
        } finally {
            live.gate().unlock();
        }
    }

    private void standStill() {
        if (live.stored() == LiveView.UNKNOWN || !source.isKeptHere()) {
            throw new NotSettled("the live view of " + live.view() + " does not stand at a position");
        }
    }

    private boolean swapBeyondCounting(CopyBuilder<E, V> builder, MongoCollection<Document> current, Swap swap) {
        builder.advance(target(builder), goOn, UNHEEDED, at -> progress.reached(at, false));
        live.gate().lock();
        try {
            standStill();
            builder.advance(live.stored(), goOn, UNHEEDED, at -> {});
            if (builder.position() != live.stored()) {
                throw new NotSettled("the copy does not reach position " + live.stored());
            }
            long here = current.estimatedDocumentCount();
            long there = copy.estimatedDocumentCount();
            progress.compared(
                    Phase.DIFFERENT,
                    new Comparison(
                            live.stored(),
                            parts.clock().instant(),
                            here,
                            there,
                            "",
                            "",
                            CopyComparison.MOST_DIFFERENT,
                            List.of()));
            return swap == Swap.ANYWAY
                    && live.switchTo(parts.database(), progress.state().copy());
        } finally {
            live.gate().unlock();
        }
    }

    private void record(@Nullable Comparison found) {
        RebuildOrder order = wanted.get();
        if (order == null) {
            return;
        }
        Rebuilding state = progress.state();
        parts.commands()
                .sendAndWait(
                        new RecordSwap(
                                ControlsId.ALL,
                                order.id(),
                                order.view(),
                                state.copy(),
                                found == null ? state.position() : found.position(),
                                found == null ? copy.estimatedDocumentCount() : found.copyDocuments(),
                                found == null ? 0 : found.differing(),
                                order.reason(),
                                order.by()),
                        parts.settings().outcome().toMillis(),
                        TimeUnit.MILLISECONDS);
        progress.phase(Phase.SWAPPED);
    }

    /** It cannot be done, now or later. */
    static final class Impossible extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Impossible(String why) {
            super(why);
        }
    }
}
