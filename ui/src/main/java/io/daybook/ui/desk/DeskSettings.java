package io.daybook.ui.desk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The support desk.
 *
 * @param pageSize orders or customers on a page
 */
@ConfigurationProperties("daybook.desk")
record DeskSettings(@DefaultValue("25") int pageSize) {}
