package io.daybook.ui.staff;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The staff's pages.
 *
 * @param stuckShown stuck fulfilments on the page at most, oldest first
 */
@ConfigurationProperties("daybook.staff")
record StaffSettings(@DefaultValue("100") int stuckShown) {}
