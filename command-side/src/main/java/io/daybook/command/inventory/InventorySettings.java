package io.daybook.command.inventory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How stock is kept.
 *
 * @param snapshotEvery events of one product's stock after which its state is stored beside them
 */
@ConfigurationProperties("daybook.command.inventory")
record InventorySettings(@DefaultValue("250") int snapshotEvery) {}
