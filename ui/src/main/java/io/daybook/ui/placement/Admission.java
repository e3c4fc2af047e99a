package io.daybook.ui.placement;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.daybook.api.customer.Tier;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes no more orders than can be dealt with: when those of a tier wait for longer than they should, some are sent away
 * with a time to try again at, until the others wait less. VIP orders wait in lines of their own, so that standard ones are
 * sent away long before them.
 */
final class Admission {

    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

    private final Map<Tier, Share> shares = new EnumMap<>(Tier.class);
    private final LoadingCache<Tier, Duration> waits;
    private final PlacementSettings settings;
    private final Clock clock;

    /** @param waits tells how long an order that is taken now will take to be confirmed, beyond what it takes when none waits */
    Admission(Function<Tier, Duration> waits, PlacementSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        for (Tier tier : Tier.values()) {
            shares.put(tier, new Share());
        }
        this.waits = Caffeine.newBuilder()
                .refreshAfterWrite(settings.lookEvery())
                .build(tier -> look(tier, waits.apply(tier)));
    }

    private Duration look(Tier tier, Duration wait) {
        Share share = share(tier);
        synchronized (share) {
            share.adjust((double) wait.toMillis() / settings.longestWait().toMillis());
        }
        return wait;
    }

    /** @throws OrderingBusy when the order is not to be taken now */
    void admit(Tier tier) {
        Duration wait = expectedWait(tier);
        Share share = share(tier);
        synchronized (share) {
            if (share.takes()) {
                return;
            }
        }
        Duration retry = wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait.plusSeconds(1);
        throw new OrderingBusy(wait, retry, clock.instant());
    }

    /** How much longer an order of the tier that is taken now will take than when none waits, as far as can be told. */
    Duration expectedWait(Tier tier) {
        return waits.get(tier);
    }

    private Share share(Tier tier) {
        Share share = shares.get(tier);
        if (share == null) {
            throw new IllegalArgumentException("not a tier: " + tier);
        }
        return share;
    }
}
