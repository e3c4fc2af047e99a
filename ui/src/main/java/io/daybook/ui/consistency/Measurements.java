package io.daybook.ui.consistency;

import io.daybook.api.operations.StockConsistency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading the stock of one product costs in each way, and how old what the view has is.
 *
 * @param at        when it was measured last; null when it never was
 * @param sku       code of the product that was read; empty when there is none
 * @param reads     one for each way
 * @param staleness of the view; null when it could not be found out
 */
public record Measurements(
        @Nullable Instant at,
        String sku,
        List<Reads> reads,
        @Nullable Staleness staleness) {

    /**
     * Reads in one way.
     *
     * @param reads          measurements within the last minute
     * @param p50Millis      half of them were answered within so many milliseconds; null when there were none
     * @param p95Millis      95 of 100
     * @param available      units that the last one said are available; null when it was not answered
     * @param updating       whether the last one was not as fresh as it was to be
     * @param shopReads      reads of this kind for visitors and programs since this instance started
     * @param shopMeanMillis how long these took on average; null when there were none
     */
    public record Reads(
            StockConsistency consistency,
            int reads,
            @Nullable Double p50Millis,
            @Nullable Double p95Millis,
            @Nullable Integer available,
            boolean updating,
            long shopReads,
            @Nullable Double shopMeanMillis) {}

    /**
     * How far the view is behind the log.
     *
     * @param events events that it does not reflect yet
     * @param millis age of the oldest of them, in milliseconds; 0 when there is none
     */
    public record Staleness(long events, long millis) {}
}
