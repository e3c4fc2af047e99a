package io.daybook.ui.shop;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.operations.StockConsistency;
import io.daybook.ui.stock.OwnWrites;
import io.daybook.ui.stock.ShownStock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A product on an open page, and what the page was told of its stock last: it is told again only what is new. */
final class StockWatch implements Consumer<StockLevel> {

    private final Sku sku;
    private final Consumer<StockHint> hint;
    private OwnWrites own;
    private boolean leftToTheView;
    private @Nullable StockLevel viewed;
    private @Nullable StockHint told;

    StockWatch(Sku sku, OwnWrites own, StockConsistency consistency, Consumer<StockHint> hint) {
        this.sku = sku;
        this.own = own;
        this.hint = hint;
        this.leftToTheView = mayBeLeftToTheView(consistency);
    }

    Sku sku() {
        return sku;
    }

    /** What the visitor has done that the view is not known to have. */
    synchronized OwnWrites own() {
        return own;
    }

    /** Whether what the view says is all that is wanted, so that nobody needs to look; from now on it is passed on. */
    synchronized boolean leftToTheView(StockConsistency consistency) {
        if (!leftToTheView && mayBeLeftToTheView(consistency)) {
            leftToTheView = true;
            tellViewed();
        }
        return leftToTheView;
    }

    private boolean mayBeLeftToTheView(StockConsistency consistency) {
        return switch (consistency) {
            case EVENTUAL -> true;
            case READ_YOUR_WRITES -> own.isNone();
            case STRONG -> false;
        };
    }

    /** The view says something. */
    @Override
    public synchronized void accept(StockLevel level) {
        viewed = level;
        if (leftToTheView) {
            tellViewed();
        }
    }

    /** Somebody has looked. */
    synchronized void shown(ShownStock stock) {
        leftToTheView = stock.consistency() != StockConsistency.STRONG && !stock.updating();
        if (leftToTheView) {
            own = OwnWrites.NONE;
            viewed = stock.level(sku);
        }
        tell(new StockHint(stock.level(sku).available(), stock.updating()));
    }

    private void tellViewed() {
        if (viewed != null) {
            tell(new StockHint(viewed.available(), false));
        }
    }

    private void tell(StockHint now) {
        if (!now.equals(told)) {
            told = now;
            hint.accept(now);
        }
    }
}
