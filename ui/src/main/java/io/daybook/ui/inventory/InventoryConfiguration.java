package io.daybook.ui.inventory;

import io.daybook.ui.exports.Exports;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import io.daybook.ui.shop.StockFeed;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The staff's pages of stock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InventorySettings.class)
public class InventoryConfiguration {

    @Bean
    SyncPanel syncPanel(Views views, LogPosition log) {
        return new SyncPanel(views, log);
    }

    @Bean
    StockLive stockLive(
            Views views, StockFeed feed, LiveStreams streams, Fragments fragments, InventorySettings settings) {
        return new StockLive(views, feed, streams, fragments, settings);
    }

    @Bean
    InventoryController inventoryController(
            Views views,
            StockLive live,
            SyncPanel sync,
            Exports exports,
            ReadPosition position,
            InventorySettings settings) {
        return new InventoryController(views, live, sync, exports, position, settings);
    }

    @Bean
    StockController stockController(
            Views views, Commands commands, StockLive live, ReadPosition position, InventorySettings settings) {
        return new StockController(views, commands, live, position, settings);
    }
}
