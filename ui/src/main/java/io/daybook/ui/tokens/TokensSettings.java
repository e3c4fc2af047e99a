package io.daybook.ui.tokens;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bearer tokens.
 *
 * @param lifetime    how long one is good for
 * @param remember    how long one that was looked up is taken to be good without looking again; a revocation is known
 *                    to other instances within this time, and to the one that did it at once
 * @param remembered  tokens remembered at most
 * @param sweepEvery  time between removals of those that have expired
 */
@ConfigurationProperties("daybook.tokens")
record TokensSettings(
        @DefaultValue("12h") Duration lifetime,
        @DefaultValue("5s") Duration remember,
        @DefaultValue("20000") long remembered,
        @DefaultValue("10m") Duration sweepEvery) {}
