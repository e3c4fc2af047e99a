package io.daybook.bench.load;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A load's result for people. */
final class LoadText {

    private LoadText() {}

    static String of(LoadResult result) {
        StringBuilder text = new StringBuilder(600);
        line(
                text,
                "%d clients: %,.0f orders/s confirmed (%,d in %.0f s)",
                result.clients(),
                result.ordersPerSecond(),
                result.confirmed(),
                result.seconds());
        LoadResult.Latency latency = result.latencyMillis();
        line(
                text,
                "  until confirmed, ms: mean %.1f, p50 %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f, max %.1f",
                latency.mean(),
                latency.p50(),
                latency.p90(),
                latency.p99(),
                latency.p999(),
                latency.max());
        line(
                text,
                "  CPU an order, ms: server %s (%s cores busy), this program %.3f",
                number(result.serverCpuMillisPerOrder(), "%.3f"),
                number(result.serverCores(), "%.2f"),
                result.benchCpuMillisPerOrder());
        result.serverCpuMillisPerOrderByPart().forEach((part, millis) -> line(text, "    %-28s %.3f", part, millis));
        line(
                text,
                "  memory of the server, MB: heap in use %s, resident %s",
                number(result.serverHeapMegabytes(), "%.0f"),
                number(result.serverRssMegabytes(), "%.0f"));
        causes(text, "refused", result.refused());
        causes(text, "failed", result.failed());
        if (result.unsettled() > 0) {
            line(text, "  not settled in the time waited for: %,d", result.unsettled());
        }
        return text.toString();
    }

    static void causes(StringBuilder text, String what, Map<String, Long> causes) {
        causes.forEach((cause, count) -> line(text, "  %s: %,d × %s", what, count, cause));
    }

    private static String number(@Nullable Double value, String format) {
        return value == null ? "unknown" : String.format(Locale.ROOT, format, value);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
