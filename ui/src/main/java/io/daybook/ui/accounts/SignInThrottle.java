package io.daybook.ui.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Counts failed sign-ins by account and by network address. An attempt counts as failed from its beginning until it
 * succeeds, so that many guesses at the same time are counted as well; one that cannot be decided about is taken back.
 * Kept in memory: each instance counts for itself, and a restart forgives.
 */
final class SignInThrottle {

    /** Failures since the first one that still counts. */
    private record Failures(int count, Instant since) {}

    /** One attempt to sign in. */
    interface Attempt {
        /** It was the right password: the account's failures are forgiven, and the address is not blamed for this one. */
        void succeeded();

        /** Whether it was the right password could not be found out: nobody is blamed for this one. */
        void undecided();
    }

    private final Cache<String, Failures> failures;
    private final AccountsSettings settings;
    private final Clock clock;

    SignInThrottle(AccountsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(settings.failuresRemembered())
                .expireAfterWrite(settings.failureWindow())
                .build();
    }

    Attempt begin(String email, String address) {
        String account = "account " + email;
        String network = "address " + network(address);
        // The address first: one that is refused shall not use up the account's attempts.
        count(network, settings.failuresPerAddress());
        try {
            count(account, settings.failuresPerAccount());
        } catch (TooManyFailures refused) {
            forgiveOne(network);
            throw refused;
        }
        return new Attempt() {
            @Override
            public void succeeded() {
                failures.invalidate(account);
                forgiveOne(network);
            }

            @Override
            public void undecided() {
                forgiveOne(account);
                forgiveOne(network);
            }
        };
    }

    private void count(String key, int limit) {
        Instant now = clock.instant();
        Failures counted = failures.asMap().merge(key, new Failures(1, now), (before, one) -> {
            if (!before.since().plus(settings.failureWindow()).isAfter(now)) {
                return one;
            }
            return new Failures(Math.min(before.count() + 1, limit + 1), before.since());
        });
        if (counted.count() > limit) {
            Duration wait = Duration.between(now, counted.since().plus(settings.failureWindow()));
            throw new TooManyFailures(wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait);
        }
    }

    private void forgiveOne(String key) {
        failures.asMap()
                .computeIfPresent(
                        key,
                        (same, before) ->
                                before.count() <= 1 ? null : new Failures(before.count() - 1, before.since()));
    }

    /** An IPv6 customer has a whole /64 to come from. */
    private static String network(String address) {
        @Nullable InetAddress parsed = literal(address);
        if (parsed instanceof Inet6Address) {
            return HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8));
        }
        return address;
    }

    private static @Nullable InetAddress literal(String address) {
        try {
            return address.indexOf(':') >= 0 ? InetAddress.getByName(address) : null;
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }
}
