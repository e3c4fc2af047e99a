package io.daybook.api.fulfilment;

import io.daybook.api.Require;
import io.daybook.api.customer.Tier;
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

    /**
     * All orders on their way, those that have waited longest first, answered with {@link OpenFulfilments}.
     *
     * @param step  only those that wait for it; any when missing
     * @param stuck only those that are stuck, or only those that are not; any when missing
     */
    record FindOpenFulfilments(
            @Nullable Step step, @Nullable Boolean stuck, int page, int size) implements FulfilmentQuery {
        public FindOpenFulfilments {
            Require.between("page", page, 0, 100_000);
            Require.between("size", size, 1, 200);
        }
    }

    /** The one of this order, answered with {@link OpenFulfilments}: there is none when it waits for nothing. */
    record FindOpenFulfilment(OrderId orderId) implements FulfilmentQuery {}

    record OpenFulfilments(List<OpenFulfilment> fulfilments, long total, long position) {}

    /**
     * An order on its way, with what the log says of it.
     *
     * @param tier      null where the fulfilment began anew after the order had been settled
     * @param since     when it began to wait for this step
     * @param cause     why it is stuck; null when it is not
     * @param lastEvent name of the last event of the order, its payment or its reservation
     * @param lastAt    when that was
     */
    record OpenFulfilment(
            OrderId orderId,
            @Nullable Tier tier,
            Step step,
            Instant since,
            @Nullable String cause,
            String lastEvent,
            Instant lastAt) {}

    /** How many orders wait for what, answered with {@link Queues}. */
    record FindQueues() implements FulfilmentQuery {}

    /** Queues that are empty are left out. */
    record Queues(List<Queue> queues, long position) {}

    /**
     * Orders of one tier that wait for one step.
     *
     * @param tier        null for orders that are undone or sent out after they had been settled: their tier is not on record here
     * @param orders      how many there are, stuck ones included
     * @param stuck       those that cannot go on by themselves
     * @param oldest      the order that has waited longest
     * @param oldestSince since when it waits for this step
     * @param medianSince half of them wait for longer
     */
    record Queue(
            @Nullable Tier tier,
            Step step,
            int orders,
            int stuck,
            OrderId oldest,
            Instant oldestSince,
            Instant medianSince) {}

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
