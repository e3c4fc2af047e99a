package io.daybook.standalone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands are handled.
 *
 * @param commandThreads commands handled at the same time; most of that time they wait for the disk together
 */
@ConfigurationProperties("daybook.messaging")
record MessagingSettings(@DefaultValue("64") int commandThreads) {}
