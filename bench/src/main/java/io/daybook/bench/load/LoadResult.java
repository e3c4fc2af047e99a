package io.daybook.bench.load;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a load came to; also the shape of the JSON report.
 *
 * @param ordersPerSecond        orders confirmed in a second
 * @param latencyMillis          from request to confirmation
 * @param refused                orders taken and rejected, by cause
 * @param failed                 orders not taken, or of which nothing was heard, by cause
 * @param unsettled              orders taken of which the end was not seen within the wait
 * @param serverCpuMillisPerOrder null when the server does not tell
 * @param serverCores            how many cores' worth of time the server used; null when it does not tell
 */
record LoadResult(
        int clients,
        double seconds,
        long confirmed,
        double ordersPerSecond,
        Latency latencyMillis,
        Map<String, Long> refused,
        Map<String, Long> failed,
        long unsettled,
        @Nullable Double serverCpuMillisPerOrder,
        @Nullable Double serverCores,
        Map<String, Double> serverCpuMillisPerOrderByPart,
        double benchCpuMillisPerOrder,
        @Nullable Double serverHeapMegabytes,
        @Nullable Double serverRssMegabytes) {

    record Latency(double mean, double p50, double p90, double p99, double p999, double max) {}

    static LoadResult of(LoadPlan plan, Tally tally, Meters before, Meters after, double metered) {
        double seconds = plan.measured().toNanos() / 1e9;
        // The meters were read a moment after the orders were counted: what is divided must have been measured alike.
        double orders = Math.max(1, tally.confirmed()) * metered / seconds;
        Double cpu = spent(before.serverCpuMillis(), after.serverCpuMillis());
        Map<String, Double> parts = new TreeMap<>();
        after.cpuMillisByPart().forEach((part, millis) -> {
            double spent = millis - before.cpuMillisByPart().getOrDefault(part, 0.0);
            parts.put(part, spent / orders);
        });
        return new LoadResult(
                plan.clients(),
                seconds,
                tally.confirmed(),
                tally.confirmed() / seconds,
                new Latency(
                        tally.meanMillis(),
                        tally.millisAt(50),
                        tally.millisAt(90),
                        tally.millisAt(99),
                        tally.millisAt(99.9),
                        tally.maxMillis()),
                tally.refused(),
                tally.failed(),
                tally.unsettled(),
                cpu == null ? null : cpu / orders,
                cpu == null ? null : cpu / 1e3 / metered,
                parts,
                (after.benchCpuMillis() - before.benchCpuMillis()) / orders,
                megabytes(after.heapBytes()),
                after.rssBytes() == null ? null : megabytes(after.rssBytes().doubleValue()));
    }

    private static @Nullable Double spent(@Nullable Double before, @Nullable Double after) {
        return before == null || after == null ? null : after - before;
    }

    private static @Nullable Double megabytes(@Nullable Double bytes) {
        return bytes == null ? null : bytes / 1_048_576;
    }
}
