package io.daybook.standalone.mongo;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.core.env.Environment;

/**
 * Settings of the embedded servers, {@code daybook.data} and {@code daybook.mongo.*}. They are read before there are beans:
 * the servers' addresses are settings of others.
 *
 * @param data          directory of the files, made when it is not there
 * @param viewsCache    megabytes of heap for pages of the views
 * @param accountsCache megabytes of heap for pages of accounts
 * @param viewsCommit   how often the views are committed: a crash loses so much of them, and reads it again from the log
 */
record EmbeddedMongoSettings(Path data, int viewsCache, int accountsCache, Duration viewsCommit) {

    static EmbeddedMongoSettings from(Environment environment) {
        return new EmbeddedMongoSettings(
                Path.of(environment.getProperty("daybook.data", "daybook-data")),
                environment.getProperty("daybook.mongo.views-cache", Integer.class, 48),
                environment.getProperty("daybook.mongo.accounts-cache", Integer.class, 8),
                environment.getProperty("daybook.mongo.views-commit", Duration.class, Duration.ofSeconds(1)));
    }
}
