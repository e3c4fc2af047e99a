package io.daybook.ui.rebuild;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the page about views.
 *
 * @param every how often an open page is told how far a rebuild has come
 */
@ConfigurationProperties("daybook.views-page")
record RebuildPageSettings(@DefaultValue("1s") Duration every) {}
