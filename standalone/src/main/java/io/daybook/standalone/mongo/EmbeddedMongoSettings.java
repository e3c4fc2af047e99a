package io.daybook.standalone.mongo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Settings of the embedded servers.
 *
 * @param viewsCache    megabytes of heap for pages of the views
 * @param accountsCache megabytes of heap for pages of accounts
 * @param operationsCache megabytes of heap for pages of logs and reports of instances
 * @param viewsCommit   how often the views are committed: a crash loses so much of them, and reads it again from the log; of logs and reports, too, which are gone then
 */
@ConfigurationProperties("daybook.mongo")
record EmbeddedMongoSettings(
        @DefaultValue("48") int viewsCache,
        @DefaultValue("8") int accountsCache,
        @DefaultValue("8") int operationsCache,
        @DefaultValue("1s") Duration viewsCommit) {

    /** Reads them before there are beans: the servers' addresses are settings of others. */
    static EmbeddedMongoSettings from(Environment environment) {
        return Binder.get(environment).bindOrCreate("daybook.mongo", EmbeddedMongoSettings.class);
    }
}
