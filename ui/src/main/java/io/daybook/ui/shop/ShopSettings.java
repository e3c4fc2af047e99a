package io.daybook.ui.shop;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The catalogue's pages.
 *
 * @param pageSize products on a page
 */
@ConfigurationProperties("daybook.shop")
record ShopSettings(@DefaultValue("24") int pageSize) {}
