package io.daybook.ui.assortment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The staff's list of products.
 *
 * @param cataloguePageSize products on a page
 */
@ConfigurationProperties("daybook.staff")
record AssortmentSettings(@DefaultValue("25") int cataloguePageSize) {}
