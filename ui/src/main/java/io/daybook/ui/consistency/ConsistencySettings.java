package io.daybook.ui.consistency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Measuring what it costs to read stock.
 *
 * @param every     time between two measurements while somebody looks
 * @param span      the time that the figures are about
 * @param logWithin how long the log is waited for when the age of an event is asked for
 */
@ConfigurationProperties("daybook.consistency")
record ConsistencySettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("1m") Duration span,
        @DefaultValue("500ms") Duration logWithin) {}
