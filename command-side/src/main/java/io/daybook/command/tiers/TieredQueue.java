package io.daybook.command.tiers;

import io.daybook.api.customer.Tier;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits for one of so many places, first come first served within each tier. While a tier has work, the places that
 * it is guaranteed are kept for it; when it has had none for a while, they are lent to the other tier, all but one, and
 * come back one by one, as what holds them ends, from the moment on in which it has work again. Of the places that
 * nobody is guaranteed, VIP orders are given the next one.
 *
 * <p>So neither tier can keep the other from its share, and no place stays empty for long while anybody waits.
 */
public final class TieredQueue<T> {

    private final int places;
    private final long awakeNanos;
    private final LongSupplier nanoTime;
    private final Lane<T> vip = new Lane<>();
    private final Lane<T> standard = new Lane<>();
    private Shares shares;

    private static final class Lane<T> {
        private final Queue<Waiting<T>> waiting = new ArrayDeque<>();
        private int taken;
        private long lastWork = Long.MIN_VALUE;
        private long started;
        private long waitedNanos;
        private long ended;
        private long workedNanos;
    }

    private record Waiting<T>(T work, long since) {}

    /**
     * Work whose turn it is; its place is held until it is {@link #done}.
     *
     * @param since reading of the clock when it was given the place
     */
    public record Turn<T>(Tier tier, T work, long since) {}

    /**
     * What a tier has and had.
     *
     * @param guaranteed places
     * @param taken      places that it holds
     * @param waiting    pieces of work that wait
     * @param started    pieces of work that were given a place, ever
     * @param waited     how long these had waited, altogether
     * @param ended      pieces of work that gave their place back, ever
     * @param worked     how long these had held it, altogether
     * @param oldest     how long the first of those that wait has done so
     */
    public record Lead(
            int guaranteed,
            int taken,
            int waiting,
            long started,
            Duration waited,
            long ended,
            Duration worked,
            Duration oldest) {}

    /**
     * @param awake    how long a tier without work is taken for one that will have more at any moment
     * @param nanoTime the clock
     */
    public TieredQueue(int places, Shares shares, Duration awake, LongSupplier nanoTime) {
        if (places < Tier.values().length) {
            throw new IllegalArgumentException("each tier needs a place, so " + places + " are too few");
        }
        this.places = places;
        this.shares = shares;
        this.awakeNanos = awake.toNanos();
        this.nanoTime = nanoTime;
    }

    public synchronized void add(Tier tier, T work) {
        long now = nanoTime.getAsLong();
        Lane<T> lane = lane(tier);
        lane.waiting.add(new Waiting<>(work, now));
        lane.lastWork = now;
    }

    /** The next work that may have a place, which it holds from now on; null when none may. */
    public synchronized @Nullable Turn<T> next() {
        long now = nanoTime.getAsLong();
        Turn<T> first = next(Tier.VIP, now);
        return first == null ? next(Tier.STANDARD, now) : first;
    }

    private @Nullable Turn<T> next(Tier tier, long now) {
        Lane<T> lane = lane(tier);
        Waiting<T> first = lane.waiting.peek();
        if (first == null || free() <= keptFor(other(tier), now)) {
            return null;
        }
        lane.waiting.remove();
        lane.taken++;
        lane.lastWork = now;
        lane.started++;
        lane.waitedNanos += now - first.since();
        return new Turn<>(tier, first.work(), now);
    }

    /** Gives the place back. */
    public synchronized void done(Turn<T> turn) {
        Lane<T> lane = lane(turn.tier());
        if (lane.taken == 0) {
            throw new IllegalStateException("no place is held by " + turn.tier());
        }
        long now = nanoTime.getAsLong();
        lane.taken--;
        lane.lastWork = now;
        lane.ended++;
        lane.workedNanos += now - turn.since();
    }

    /** Changes what is guaranteed; who holds more than that now goes on to. */
    public synchronized void share(Shares changed) {
        shares = changed;
    }

    public synchronized Lead lead(Tier tier) {
        Lane<T> lane = lane(tier);
        Waiting<T> first = lane.waiting.peek();
        return new Lead(
                shares.placesOf(tier, places),
                lane.taken,
                lane.waiting.size(),
                lane.started,
                Duration.ofNanos(lane.waitedNanos),
                lane.ended,
                Duration.ofNanos(lane.workedNanos),
                first == null ? Duration.ZERO : Duration.ofNanos(nanoTime.getAsLong() - first.since()));
    }

    private int free() {
        return places - vip.taken - standard.taken;
    }

    /** Free places that the other tier must not have. */
    private int keptFor(Tier tier, long now) {
        Lane<T> lane = lane(tier);
        boolean awake = lane.lastWork != Long.MIN_VALUE && now - lane.lastWork < awakeNanos;
        int guaranteed = awake ? shares.placesOf(tier, places) : 1;
        return Math.max(0, guaranteed - lane.taken);
    }

    private Lane<T> lane(Tier tier) {
        return tier == Tier.VIP ? vip : standard;
    }

    private static Tier other(Tier tier) {
        return tier == Tier.VIP ? Tier.STANDARD : Tier.VIP;
    }
}
