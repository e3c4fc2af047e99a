package io.daybook.ui.checkout;

import io.daybook.ui.cart.VisitorsCart;
import io.daybook.ui.orders.FreshOrders;
import io.daybook.ui.pages.PageSettings;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import io.daybook.ui.placement.OrderPlacement;
import io.daybook.ui.shop.Catalogue;
import io.daybook.ui.stock.VisitorsStock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The checkout. */
@Configuration(proxyBeanMethods = false)
public class CheckoutConfiguration {

    @Bean
    Checkout checkout(OrderPlacement placement, PageSettings settings) {
        return new Checkout(placement, settings);
    }

    @Bean
    CheckoutController checkoutController(
            VisitorsCart carts,
            Catalogue catalogue,
            Views views,
            Checkout checkout,
            ReadPosition position,
            FreshOrders fresh,
            VisitorsStock stock) {
        return new CheckoutController(carts, catalogue, views, checkout, position, fresh, stock);
    }
}
