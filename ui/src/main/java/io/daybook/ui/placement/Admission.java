package io.daybook.ui.placement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes no more orders than can be dealt with: when those of a tier wait for longer than they should, some are sent away
 * with a time to try again at, until the others wait less. VIP orders wait in lines of their own, so that standard ones are
 * sent away long before them. One that was let in a while ago is let in again: its sender may not have had the answer.
 */
final class Admission implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Admission.class);

    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

    private final Map<Tier, Share> shares = new EnumMap<>(Tier.class);
    private final Map<Tier, Duration> waits = new ConcurrentHashMap<>();
    private final Cache<OrderId, Tier> letIn;
    private final Function<Tier, Duration> look;
    private final PlacementSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread only = new Thread(task, "admission");
        only.setDaemon(true);
        return only;
    });
    private boolean blind;

    /** @param look tells how long an order that is taken now will take to be confirmed, beyond what it takes when none waits */
    Admission(Function<Tier, Duration> look, PlacementSettings settings, Clock clock) {
        this.look = look;
        this.settings = settings;
        this.clock = clock;
        for (Tier tier : Tier.values()) {
            shares.put(tier, new Share());
        }
        this.letIn = Caffeine.newBuilder()
                .maximumSize(settings.letIn())
                .expireAfterWrite(settings.letInAgain())
                .executor(Runnable::run) // to wake a thread for each order costs more than keeping the list in order
                .build();
        long every = settings.lookEvery().toMillis();
        var unused = looking.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    /** When nobody knows how long orders wait, they are taken as before. */
    private void look() {
        try {
            for (Tier tier : Tier.values()) {
                Duration wait = look.apply(tier);
                waits.put(tier, wait);
                Share share = share(tier);
                synchronized (share) {
                    share.adjust(
                            (double) wait.toMillis() / settings.longestWait().toMillis());
                }
            }
            blind = false;
        } catch (RuntimeException failure) {
            // Any: one that got out would end the looking for good.
            if (!blind) {
                log.warn("How long orders wait cannot be told; it is tried again", failure);
            }
            blind = true;
        }
    }

    /** @throws OrderingBusy when the order is not to be taken now */
    void admit(OrderId order, Tier tier) {
        Duration wait = expectedWait(tier);
        if (letIn.getIfPresent(order) != null || takesNext(tier)) {
            letIn.put(order, tier);
            return;
        }
        Duration retry = wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait.plusSeconds(1);
        throw new OrderingBusy(wait, retry, clock.instant());
    }

    private boolean takesNext(Tier tier) {
        Share share = share(tier);
        synchronized (share) {
            return share.takes();
        }
    }

    /** How much longer an order of the tier that is taken now will take than when none waits, as far as can be told. */
    Duration expectedWait(Tier tier) {
        return waits.getOrDefault(tier, Duration.ZERO);
    }

    /** The share of new orders of the tier that is taken. */
    double shareTaken(Tier tier) {
        Share share = share(tier);
        synchronized (share) {
            return share.share();
        }
    }

    private Share share(Tier tier) {
        Share share = shares.get(tier);
        if (share == null) {
            throw new IllegalArgumentException("not a tier: " + tier);
        }
        return share;
    }

    @Override
    public void close() {
        looking.shutdown();
    }
}
