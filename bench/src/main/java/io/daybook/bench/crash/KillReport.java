package io.daybook.bench.crash;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one kill did. Rates are of confirmed orders a second by the log's own times; times are seconds since the kill.
 *
 * @param before          rate, before it
 * @param lowest          rate, in the worst five seconds until the next kill
 * @param during          rate, until it was as before; of the first five seconds if it never fell
 * @param after           rate, at the end, with the instance back
 * @param firstConfirmed  until the next order was confirmed; null for never
 * @param longestGap      seconds in which nothing was confirmed
 * @param recovered       until the rate was at least 80 % of that before; 0 if it never fell below, null if it was not by the end
 * @param restarted       until it was started again
 * @param ready           until the new process was ready
 * @param slowestAnswer   seconds that the order which waited longest took to be acknowledged, its repetitions included
 * @param failed          requests that failed until the next kill, by how; clients repeated them
 */
record KillReport(
        String killed,
        String instance,
        double before,
        double lowest,
        double during,
        double after,
        @Nullable Double firstConfirmed,
        double longestGap,
        @Nullable Double recovered,
        double restarted,
        double ready,
        double slowestAnswer,
        Map<String, Long> failed) {

    /** Until then an effect counts as the kill's: claims are taken over after 10 s, heartbeats missed after up to 18 s. */
    private static final long NOTICED = 18_000;

    static KillReport of(Kill kill, Rates confirmed, ClientLog clients, long measured) {
        double before = confirmed.perSecond(kill.measuredFrom(), kill.at());
        var back = confirmed.recovery(kill.at(), before, NOTICED, kill.end());
        var first = confirmed.firstFrom(kill.at());
        long disturbed = back.isPresent() ? kill.at() + Math.max(Rates.WINDOW, back.getAsLong()) : kill.end();
        return new KillReport(
                kill.part().toString(),
                kill.instance(),
                rounded(before),
                rounded(confirmed.lowest(kill.at(), kill.end())),
                rounded(confirmed.perSecond(kill.at(), disturbed)),
                rounded(confirmed.perSecond(kill.end() - measured, kill.end())),
                first.isPresent() ? seconds(first.getAsLong() - kill.at()) : null,
                seconds(confirmed.longestGap(kill.at(), kill.end())),
                back.isPresent() ? seconds(back.getAsLong()) : null,
                seconds(kill.restartedAt() - kill.at()),
                seconds(kill.readyAt() - kill.at()),
                seconds(clients.slowest(kill.at(), kill.end())),
                clients.failures(kill.at(), kill.end()));
    }

    long failures() {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double seconds(long millis) {
        return Math.round(millis / 10.0) / 100.0;
    }

    private static double rounded(double rate) {
        return Math.round(rate * 10) / 10.0;
    }
}
