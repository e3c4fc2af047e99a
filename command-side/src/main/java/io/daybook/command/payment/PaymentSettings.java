package io.daybook.command.payment;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the payment provider is called.
 *
 * @param providerUrl    where it is, without a slash at the end
 * @param connectTimeout for a connection to it
 * @param timeout        for the whole answer to one call
 * @param inFlight       payments at most that are being talked about at one time; the others wait
 * @param firstPause     after the first attempt that came to nothing; doubled after each further one, with some chance in it
 * @param longestPause   between two attempts
 * @param oldAfter       age from which on an intent is taken for one that is read again after a restart
 * @param pauseForOld    how long such an intent waits for its outcome to follow in the log
 * @param circuit        when to leave it alone altogether
 */
@ConfigurationProperties("daybook.payment")
record PaymentSettings(
        URI providerUrl,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("256") int inFlight,
        @DefaultValue("200ms") Duration firstPause,
        @DefaultValue("5s") Duration longestPause,
        @DefaultValue("5s") Duration oldAfter,
        @DefaultValue("1s") Duration pauseForOld,
        @DefaultValue Circuit circuit) {

    PaymentSettings {
        Objects.requireNonNull(providerUrl, "daybook.payment.provider-url is not set");
    }

    /**
     * A call that is not answered is followed by a question what became of it. While the provider answers these, no more
     * than half of the calls fail, however many cards it hangs for: it is left alone only when it answers nothing.
     *
     * @param failurePercent share of failed calls from which on it is left alone; more than 50
     * @param window         calls of which the share is taken
     * @param leftAlone      for how long, before some calls try again
     */
    record Circuit(
            @DefaultValue("75") int failurePercent,
            @DefaultValue("50") int window,
            @DefaultValue("2s") Duration leftAlone) {}
}
