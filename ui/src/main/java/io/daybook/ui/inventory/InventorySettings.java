package io.daybook.ui.inventory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Stock on the staff's pages.
 *
 * @param lowStock      a product of which fewer units than this are available is low
 * @param stockPageSize products on a page; each is followed live while the page is open
 * @param ledgerSize    movements on a product's page
 */
@ConfigurationProperties("daybook.staff")
public record InventorySettings(
        @DefaultValue("10") int lowStock,
        @DefaultValue("25") int stockPageSize,
        @DefaultValue("30") int ledgerSize) {}
