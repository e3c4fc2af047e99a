package io.daybook.cluster;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where sagas and the tokens of event processors are kept.
 *
 * @param uri       MongoDB connection string, with the name of a database
 * @param claim     how long a token belongs to an instance that gives no sign of life
 * @param instance  name of this instance as the owner of tokens; null for process and host
 */
@ConfigurationProperties("daybook.stores")
record StoresSettings(
        String uri,
        @DefaultValue("10s") Duration claim,
        @Nullable String instance) {}
