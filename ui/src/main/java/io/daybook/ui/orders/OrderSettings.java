package io.daybook.ui.orders;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The orders' pages.
 *
 * @param pageSize orders on a page of the history
 */
@ConfigurationProperties("daybook.orders")
record OrderSettings(@DefaultValue("10") int pageSize) {}
