package io.daybook.standalone;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands are handled.
 *
 * @param commandThreads  commands handled at the same time; most of that time they wait for the disk together
 * @param conflictRetries how often a command that lost a race for an aggregate is sent again
 * @param conflictBackoff pause before the first of these; doubled each time
 */
@ConfigurationProperties("daybook.messaging")
record MessagingSettings(
        @DefaultValue("64") int commandThreads,
        @DefaultValue("8") int conflictRetries,
        @DefaultValue("5ms") Duration conflictBackoff) {}
