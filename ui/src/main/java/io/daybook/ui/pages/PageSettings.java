package io.daybook.ui.pages;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pages and what keeps them live.
 *
 * @param answerWithin   how long a page waits for a view or a command before it says that it does not know
 * @param streamLifetime how long a live stream is kept open; browsers then open it anew
 * @param heartbeat      how often an idle stream says that it is still there, which also finds out who has gone
 * @param maxStreams     live streams open at once; beyond it pages are not live, but work
 * @param streamThreads  threads that write to live streams
 */
@ConfigurationProperties("daybook.pages")
public record PageSettings(
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue("10m") Duration streamLifetime,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("5000") int maxStreams,
        @DefaultValue("4") int streamThreads) {}
