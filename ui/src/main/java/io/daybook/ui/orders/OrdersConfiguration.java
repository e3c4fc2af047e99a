package io.daybook.ui.orders;

import io.daybook.ui.cart.VisitorsCart;
import io.daybook.ui.live.OrderUpdates;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import io.daybook.ui.placement.OrderPlacement;
import io.daybook.ui.stock.VisitorsStock;
import io.daybook.ui.tiers.Standings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The orders' pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrderSettings.class)
public class OrdersConfiguration {

    @Bean
    FreshOrders freshOrders() {
        return new FreshOrders();
    }

    @Bean
    OrderController orderController(
            Views views,
            Commands commands,
            ReadPosition position,
            FreshOrders fresh,
            VisitorsCart carts,
            VisitorsStock stock,
            OrderPlacement placement) {
        return new OrderController(views, commands, position, fresh, carts, stock, new Waiting(placement));
    }

    @Bean
    OrderStreamController orderStreamController(
            Views views,
            FreshOrders fresh,
            OrderUpdates updates,
            LiveStreams streams,
            Fragments fragments,
            OrderPlacement placement) {
        return new OrderStreamController(views, fresh, updates, streams, fragments, new Waiting(placement));
    }

    @Bean
    HistoryController historyController(
            Views views, ReadPosition position, Standings standings, OrderSettings settings) {
        return new HistoryController(views, position, standings, settings);
    }
}
