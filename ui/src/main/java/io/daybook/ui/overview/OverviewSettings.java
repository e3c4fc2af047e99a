package io.daybook.ui.overview;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pages about how the business is doing.
 *
 * @param every    how often the figures on open pages change
 * @param recent   the time that recent figures and charts are about
 * @param day      the time that the long charts are about
 * @param dayEvery how often these change
 */
@ConfigurationProperties("daybook.overview")
record OverviewSettings(
        @DefaultValue("2s") Duration every,
        @DefaultValue("15m") Duration recent,
        @DefaultValue("24h") Duration day,
        @DefaultValue("30s") Duration dayEvery) {}
