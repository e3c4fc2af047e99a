package io.daybook.query.history;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much reading the log may cost.
 *
 * @param look     events looked at for one answer, at most; the answer says how far it has come
 * @param chunk    events read at a time while looking back
 * @param nearby   events looked at from the first of a chain on, for others of the same origin
 * @param readers  answers for which the log is read at the same time, in one process
 * @param patience how long an answer waits for its turn, and for the log to deliver the next event
 */
@ConfigurationProperties("daybook.inspector")
public record HistorySettings(
        @DefaultValue("5000") int look,
        @DefaultValue("1000") int chunk,
        @DefaultValue("2000") int nearby,
        @DefaultValue("2") int readers,
        @DefaultValue("5s") Duration patience) {}
