package io.daybook.ui.overview;

import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.FulfilmentQuery.FindQueues;
import io.daybook.api.fulfilment.FulfilmentQuery.Queue;
import io.daybook.api.fulfilment.FulfilmentQuery.Queues;
import io.daybook.ui.levels.LevelBoard;
import io.daybook.ui.pages.Views;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Orders that wait, as staff see them. */
public record QueueBoard(List<TierBoard> tiers, List<QueueRow> rows, int orders) {

    /** What came and went of a tier within the last minute. */
    public record TierBoard(String tier, int waiting, int in, int out) {}

    /** Orders of a tier that wait for a step. */
    public record QueueRow(
            String tier,
            String step,
            int orders,
            int stuck,
            String oldestId,
            String oldestShort,
            String oldestWaits,
            String medianWaits) {}

    static QueueBoard ask(Views views, Clock clock) {
        Instant now = clock.instant();
        List<Queue> queues = views.ask(new FindQueues(), Queues.class).queues();
        Rates rates = Rates.ask(views, now);
        List<TierBoard> tiers = Arrays.stream(Tier.values())
                .sorted(Comparator.reverseOrder())
                .map(tier -> new TierBoard(
                        LevelBoard.name(tier),
                        queues.stream()
                                .filter(queue -> queue.tier() == tier)
                                .mapToInt(Queue::orders)
                                .sum(),
                        rates.in(tier),
                        rates.out(tier)))
                .toList();
        return new QueueBoard(
                tiers,
                queues.stream().map(queue -> row(queue, now)).toList(),
                queues.stream().mapToInt(Queue::orders).sum());
    }

    private static QueueRow row(Queue queue, Instant now) {
        String oldest = queue.oldest().value();
        return new QueueRow(
                queue.tier() == null ? "Settled before" : LevelBoard.name(queue.tier()),
                queue.step().name().charAt(0) + queue.step().name().substring(1).toLowerCase(Locale.UK),
                queue.orders(),
                queue.stuck(),
                oldest,
                oldest.substring(0, Math.min(8, oldest.length())),
                waits(Duration.between(queue.oldestSince(), now)),
                waits(Duration.between(queue.medianSince(), now)));
    }

    /** In the two largest units that fit, for example {@code 3 min 20 s}; below a minute to a tenth of a second. */
    static String waits(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return String.format(Locale.UK, "%.1f s", Math.max(0, time.toMillis()) / 1_000.0);
        } else if (seconds < 3_600) {
            return "%d min %d s".formatted(seconds / 60, seconds % 60);
        }
        return time.toDays() > 0
                ? "%d d %d h".formatted(time.toDays(), time.toHoursPart())
                : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
}
