package io.daybook.ui.logs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The page of logs.
 *
 * @param size    lines on a page
 * @param refresh time between two looks for new lines while a page is open
 * @param late    a line that is written so long after it was said is still shown on open pages
 * @param burst   lines that an open page is sent at once at most; of more it gets the newest
 */
@ConfigurationProperties("daybook.logs.page")
record LogsSettings(
        @DefaultValue("50") int size,
        @DefaultValue("1s") Duration refresh,
        @DefaultValue("15s") Duration late,
        @DefaultValue("200") int burst) {}
