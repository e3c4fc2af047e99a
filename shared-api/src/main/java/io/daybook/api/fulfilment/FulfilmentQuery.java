package io.daybook.api.fulfilment;

import io.daybook.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about orders on their way. */
public sealed interface FulfilmentQuery {

    /**
     * Fulfilments that have waited for their present step since before the given time and are not stuck, oldest first,
     * answered with a {@link FulfilmentList}.
     */
    record FindFulfilmentsWaiting(Step step, Instant since, int limit) implements FulfilmentQuery {}

    /** Fulfilments that cannot go on by themselves, oldest first, answered with a {@link FulfilmentList}. */
    record FindStuckFulfilments(int limit) implements FulfilmentQuery {}

    record FulfilmentList(List<FulfilmentView> fulfilments, long total, long position) {}

    /**
     * An order on its way.
     *
     * @param since when it began to wait for this step
     * @param cause why it is stuck; null when it is not
     */
    record FulfilmentView(
            OrderId orderId,
            Step step,
            Instant since,
            @Nullable String cause) {}
}
