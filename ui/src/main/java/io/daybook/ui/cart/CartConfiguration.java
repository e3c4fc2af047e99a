package io.daybook.ui.cart;

import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.accounts.Housekeeping;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.shop.Catalogue;
import io.daybook.ui.shop.LiveStock;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Carts and their page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CartSettings.class)
public class CartConfiguration {

    @Bean
    Carts carts(AccountsDatabase database, CartSettings settings, Housekeeping housekeeping) {
        Carts carts = new Carts(database, settings, Clock.systemUTC());
        // Not left to the database: the embedded one knows no expiry.
        housekeeping.every(settings.cleanedEvery(), "forget old carts", carts::forgetOld);
        return carts;
    }

    @Bean
    VisitorsCart visitorsCart(Carts carts, CartSettings settings) {
        return new VisitorsCart(carts, new CartOwner(), settings);
    }

    @Bean
    CartController cartController(
            VisitorsCart carts, Catalogue catalogue, LiveStock live, LiveStreams streams, Fragments fragments) {
        return new CartController(carts, catalogue, live, streams, fragments);
    }
}
