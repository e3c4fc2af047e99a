package io.daybook.ui.processors;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The page of event processors.
 *
 * @param refresh  time between two states of it that an open page is sent
 * @param caughtUp a processor that is behind by no more than this has caught up
 */
@ConfigurationProperties("daybook.processors")
record ProcessorsSettings(
        @DefaultValue("1s") Duration refresh,
        @DefaultValue("2s") Duration caughtUp) {}
