package io.daybook.query.projection;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the views.
 *
 * @param uri          MongoDB connection string of their database, with its name
 * @param connectWithin how long the database is waited for until it is found, unless the connection string says so
 * @param batch        events in one batch at most: a view that lags writes each document once per batch
 * @param pace         the least time from one batch of a view to its next, and up to 25 ms until it looks for more in the log,
 *                     so that a busy view coalesces instead of reading and writing each event
 * @param paces        another pace for single views, by name: a view that nobody waits for may write less often
 * @param breath       how much longer a batch may wait because the one before it was dear
 * @param patience     how long a reader that asks for a position waits for it at most
 * @param token        how often the token of a busy view is stored; so much is read again after a crash
 * @param claim        how long a view's token belongs to an instance that gives no sign of life
 * @param instance     name of this instance as the owner of tokens; null for host and process. An instance that is alone
 *                     with its database keeps one name, so that after a crash it need not wait for its own claim to expire
 * @param shared       whether other instances work on the same views
 * @param lazy         whether documents may wait to be written until somebody reads them: only where all readers are in this
 *                     process
 * @param exchange     how often instances tell each other how far their views have come, when they are shared
 * @param readers      threads that answer queries which had to wait for a position
 */
@ConfigurationProperties("daybook.views")
public record ViewSettings(
        String uri,
        @DefaultValue("5s") Duration connectWithin,
        @DefaultValue("1000") int batch,
        @DefaultValue("2ms") Duration pace,
        @DefaultValue Map<String, Duration> paces,
        @DefaultValue("50ms") Duration breath,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("250ms") Duration token,
        @DefaultValue("10s") Duration claim,
        @Nullable String instance,
        @DefaultValue("false") boolean shared,
        @DefaultValue("false") boolean lazy,
        @DefaultValue("25ms") Duration exchange,
        @DefaultValue("2") int readers) {

    /** The pace of the view of this name. */
    Duration paceOf(String view) {
        return paces.getOrDefault(view, pace);
    }
}
