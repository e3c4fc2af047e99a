package io.daybook.command;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What happens to a command that lost a race for its aggregate.
 *
 * @param retries how often it is handled again
 * @param pause   before the first of these; doubled each time, with some chance in it
 */
@ConfigurationProperties("daybook.command.conflicts")
public record ConflictSettings(
        @DefaultValue("8") int retries, @DefaultValue("5ms") Duration pause) {}
