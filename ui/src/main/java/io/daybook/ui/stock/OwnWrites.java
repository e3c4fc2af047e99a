package io.daybook.ui.stock;

import io.daybook.api.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has done that the stock shown to them has to include.
 *
 * @param position the log's end after it; 0 when they have done nothing
 * @param open     the order that they placed or changed last, as long as it is not known to have settled: what it takes
 *                 from the stock may come after the position
 */
public record OwnWrites(long position, @Nullable OrderId open) {

    public static final OwnWrites NONE = new OwnWrites(0, null);

    /** Everything up to this position. */
    public static OwnWrites upTo(long position) {
        return new OwnWrites(position, null);
    }

    public boolean isNone() {
        return position <= 0 && open == null;
    }
}
