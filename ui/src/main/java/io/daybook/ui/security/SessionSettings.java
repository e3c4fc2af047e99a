package io.daybook.ui.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sessions of people.
 *
 * @param idle       how long one lasts without a request
 * @param touchAfter how old the stored time of the last request may become before it is written again: a page view alone
 *                   is not worth a write that must reach the disk
 * @param sweepEvery time between removals of those that have expired
 */
@ConfigurationProperties("daybook.sessions")
record SessionSettings(
        @DefaultValue("2h") Duration idle,
        @DefaultValue("1m") Duration touchAfter,
        @DefaultValue("10m") Duration sweepEvery) {}
