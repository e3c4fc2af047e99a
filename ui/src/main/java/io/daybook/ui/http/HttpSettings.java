package io.daybook.ui.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of requests.
 *
 * @param maxBody    longest body of a request
 * @param maxCsv     longest body of a request that is a CSV file
 * @param maxWait    longest wait that a caller can ask for with {@code Prefer: wait}
 * @param patience   how long a request that waits for another part of the platform is kept before it is given up
 */
@ConfigurationProperties("daybook.http")
public record HttpSettings(
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("20MB") DataSize maxCsv,
        @DefaultValue("60s") Duration maxWait,
        @DefaultValue("90s") Duration patience) {}
