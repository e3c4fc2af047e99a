package io.daybook.query.rebuild;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.daybook.api.operations.Controls;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.RecordRebuildFailure;
import io.daybook.api.operations.RebuildId;
import io.daybook.api.operations.RebuildOrder;
import io.daybook.api.operations.RebuildOrder.Swap;
import io.daybook.api.operations.ViewControl;
import io.daybook.api.view.ViewQuery.Phase;
import io.daybook.api.view.ViewQuery.Rebuilding;
import io.daybook.query.projection.ViewSource;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is decided about one view, as long as this instance is the one that keeps it. */
final class Rebuilds<E, V> {

    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);

    private final ViewSource<E, V> source;
    private final RebuildParts parts;
    private final Pauses pauses;
    private final Copies copies;
    private volatile ViewControl control = ViewControl.NONE;
    private volatile @Nullable ViewControl tidied;
    private int failures;

    Rebuilds(ViewSource<E, V> source, RebuildParts parts, Pauses pauses) {
        this.source = source;
        this.parts = parts;
        this.pauses = pauses;
        this.copies = new Copies(source.live(), parts.database());
    }

    void take(Controls controls) {
        control = controls.ofView(source.view().name());
    }

    /** Whether there may be something to do; asked all the time. */
    boolean hasWork() {
        if (!source.isKeptHere()) {
            tidied = null; // The instance that keeps it then may leave something.
            return false;
        }
        ViewControl now = control;
        RebuildOrder order = now.rebuild();
        return !now.equals(tidied) || order != null && !order.paused();
    }

    /** Does what there is to do, however long that takes. */
    void work() {
        ViewControl now = control;
        try {
            if (!now.equals(tidied) && tidy(now)) {
                tidied = now;
            }
            RebuildOrder order = now.rebuild();
            if (order != null && !order.paused()) {
                new ViewRebuild<>(source, parts, order, this::wanted, pauses).run();
                failures = 0;
            }
        } catch (NotSettled | NoHandlerForCommandException notYet) {
            // The latter while the service that records the swap is away, or goes down together with this one.
            log.info("The rebuild of {} goes on later: {}", source.view().name(), notYet.getMessage());
        } catch (RuntimeException failure) {
            failed(now.rebuild(), failure);
        }
    }

    private @Nullable RebuildOrder wanted() {
        return pauses.isOver() ? null : control.rebuild();
    }

    /** Puts away what is not wanted any more; answers whether all of it could be. */
    private boolean tidy(ViewControl now) {
        MongoCollection<Document> states = parts.database().collection(Progress.COLLECTION);
        Document known = Progress.find(states, source.view().name());
        if (known != null) {
            Rebuilding state = RebuildState.read(known);
            boolean wanted = now.rebuild() != null && now.rebuild().id().value().equals(state.rebuild());
            if (!wanted && state.copy().equals(now.swapped())) {
                swapAgain(states, known, state);
            } else if (!wanted && !RebuildState.isOver(state.phase())) {
                end(states, known, state, Phase.CANCELLED, null);
            }
        }
        String dismissed = now.dismissed();
        return dismissed == null
                || copies.dismiss(
                        dismissed, parts.settings().grace(), parts.clock().instant());
    }

    /** The views' database has been set back to before a swap that is on record: a crash may do that. */
    private void swapAgain(MongoCollection<Document> states, Document known, Rebuilding state) {
        if (state.copy().equals(copies.liveName())) {
            if (!RebuildState.isOver(state.phase())) {
                end(states, known, state, Phase.SWAPPED, null);
            }
            return;
        }
        boolean back = known.getBoolean("back");
        RebuildOrder again = new RebuildOrder(
                new RebuildId(state.rebuild()), source.view().name(), null, back, false, Swap.ANYWAY, "again", "");
        new ViewRebuild<>(source, parts, again, () -> pauses.isOver() ? null : again, pauses).run();
    }

    private void end(
            MongoCollection<Document> states, Document known, Rebuilding state, Phase phase, @Nullable String failure) {
        boolean live = copies.liveName().equals(state.copy());
        if (known.getBoolean("back")) {
            copies.keepAt(state.copy(), state.position());
        }
        copies.abandon(state.copy());
        Rebuilding ended = RebuildState.at(
                state, live ? Phase.SWAPPED : phase, failure, parts.clock().instant());
        String view = source.view().name();
        states.replaceOne(
                Filters.eq("_id", view),
                RebuildState.write(view, known.getBoolean("back"), ended),
                new ReplaceOptions());
    }

    private void failed(@Nullable RebuildOrder order, RuntimeException failure) {
        String view = source.view().name();
        // A database that is away comes back; an event that cannot be handled is put aside, and is none of these.
        failures += failure instanceof MongoException ? 0 : 1;
        boolean hopeless = failure instanceof ViewRebuild.Impossible
                || failures >= parts.settings().attempts();
        log.warn("The rebuild of {} {}", view, hopeless ? "is given up" : "failed, and is tried again", failure);
        if (order == null || !hopeless || !source.isKeptHere()) {
            return;
        }
        try {
            String why = String.valueOf(failure.getMessage());
            parts.commands()
                    .sendAndWait(
                            new RecordRebuildFailure(
                                    ControlsId.ALL,
                                    order.id(),
                                    view,
                                    why.length() > 500 ? why.substring(0, 500) : why,
                                    order.by()),
                            parts.settings().outcome().toMillis(),
                            TimeUnit.MILLISECONDS);
            failures = 0;
            MongoCollection<Document> states = parts.database().collection(Progress.COLLECTION);
            Document known = Progress.find(states, view);
            if (known != null && order.id().value().equals(known.getString("rebuild"))) {
                end(states, known, RebuildState.read(known), Phase.FAILED, why);
            }
        } catch (RuntimeException unrecorded) {
            log.warn("That the rebuild of {} is given up is not on record yet", view, unrecorded);
        }
    }
}
