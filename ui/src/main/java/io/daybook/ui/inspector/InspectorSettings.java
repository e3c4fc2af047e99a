package io.daybook.ui.inspector;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pages of the log.
 *
 * @param size      events on a page
 * @param orders    orders of a customer whose events are on a page
 * @param within    how long a page waits for the log: looking through thousands of events may take longer than a view
 * @param dashboard where Axon Server's dashboard is for whoever reads these pages; null where there is none
 */
@ConfigurationProperties("daybook.inspector")
public record InspectorSettings(
        @DefaultValue("50") int size,
        @DefaultValue("20") int orders,
        @DefaultValue("20s") Duration within,
        @Nullable URI dashboard) {}
