package io.daybook.ui.auditor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The page of the auditor.
 *
 * @param every time between two questions while somebody looks
 */
@ConfigurationProperties("daybook.auditor.page")
record AuditorSettings(@DefaultValue("1s") Duration every) {}
