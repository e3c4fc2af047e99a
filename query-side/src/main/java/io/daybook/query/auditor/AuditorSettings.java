package io.daybook.query.auditor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the auditor works.
 *
 * @param enabled    whether it does
 * @param share      of one processor that it takes at most: it rests in proportion after each step
 * @param leastRest  after each step
 * @param round      the least time from the beginning of a round to that of the next
 * @param settle     how long something must have been at rest before it can be wrong
 * @param patience   how long a view is waited for that has not come as far as the log
 * @param claim      how long the work belongs to an instance that gives no sign of life
 * @param batch      entries looked at in one step
 * @param events     of the log read in one step at most
 * @param recent     events from the head on that are looked at first after a start
 * @param remembered things remembered as they were when they were right, so that they need not be derived anew each round
 * @param anew       after so many rounds even those are
 * @param ask        how long another service is waited for
 */
@ConfigurationProperties("daybook.auditor")
public record AuditorSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("0.02") double share,
        @DefaultValue("200ms") Duration leastRest,
        @DefaultValue("15s") Duration round,
        @DefaultValue("5s") Duration settle,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("10s") Duration claim,
        @DefaultValue("10") int batch,
        @DefaultValue("1000") int events,
        @DefaultValue("20000") int recent,
        @DefaultValue("60000") int remembered,
        @DefaultValue("20") int anew,
        @DefaultValue("2s") Duration ask) {}
