package io.daybook.cluster;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sending commands through Axon Server.
 *
 * @param again how often a command is sent again that may not have been handled
 * @param pause before the first of these; doubled each time
 */
@ConfigurationProperties("daybook.dispatch")
record DispatchSettings(
        @DefaultValue("3") int again, @DefaultValue("200ms") Duration pause) {}
