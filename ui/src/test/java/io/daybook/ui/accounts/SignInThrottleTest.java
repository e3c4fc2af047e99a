package io.daybook.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final AccountsSettings settings = new AccountsSettings(
            "",
            List.of(),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            3,
            5,
            Duration.ofMinutes(15),
            1_000);
    private final SignInThrottle throttle = new SignInThrottle(settings, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void fail(String email, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.begin(email, address);
        }
    }

    @Test
    void an_account_waits_until_the_window_of_its_first_failure_is_over() {
        fail("a@x", "10.0.0.1", 3);
        now = now.plus(Duration.ofMinutes(5));
        assertThatThrownBy(() -> throttle.begin("a@x", "10.0.0.2"))
                .isInstanceOfSatisfying(
                        TooManyFailures.class,
                        refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(10)));
        now = now.plus(Duration.ofMinutes(10));
        throttle.begin("a@x", "10.0.0.2");
    }

    @Test
    void a_success_forgives_the_account_and_does_not_count_for_the_address() {
        for (int i = 0; i < 20; i++) {
            throttle.begin("a@x", "10.0.0.1").succeeded();
        }
        fail("a@x", "10.0.0.1", 2);
        throttle.begin("a@x", "10.0.0.1").succeeded();
        fail("a@x", "10.0.0.1", 3);
    }

    @Test
    void an_address_that_tries_many_accounts_waits() {
        for (int i = 0; i < 5; i++) {
            throttle.begin("account" + i, "10.0.0.1");
        }
        assertThatThrownBy(() -> throttle.begin("another", "10.0.0.1")).isInstanceOf(TooManyFailures.class);
        throttle.begin("another", "10.0.0.2");
    }

    @Test
    void addresses_of_one_ipv6_network_count_as_one() {
        for (int i = 0; i < 5; i++) {
            throttle.begin("account" + i, "2001:db8:1:2::" + i);
        }
        assertThatThrownBy(() -> throttle.begin("another", "2001:db8:1:2:ffff::1"))
                .isInstanceOf(TooManyFailures.class);
        throttle.begin("another", "2001:db8:1:3::1");
    }

    @Test
    void guesses_made_at_the_same_time_are_all_counted() {
        SignInThrottle.Attempt first = throttle.begin("a@x", "10.0.0.1");
        fail("a@x", "10.0.0.1", 2);
        assertThatThrownBy(() -> throttle.begin("a@x", "10.0.0.1")).isInstanceOf(TooManyFailures.class);
        first.succeeded();
        throttle.begin("a@x", "10.0.0.1");
    }

    @Test
    void an_attempt_that_nobody_could_decide_about_counts_for_nobody() {
        fail("a@x", "10.0.0.1", 2);
        for (int i = 0; i < 20; i++) {
            throttle.begin("a@x", "10.0.0.1").undecided();
        }
        fail("a@x", "10.0.0.1", 1);
        assertThatThrownBy(() -> throttle.begin("a@x", "10.0.0.1")).isInstanceOf(TooManyFailures.class);
        fail("b@x", "10.0.0.1", 2);
        assertThatThrownBy(() -> throttle.begin("c@x", "10.0.0.1")).isInstanceOf(TooManyFailures.class);
    }
}
