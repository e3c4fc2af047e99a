package io.daybook.ui.shop;

import com.github.benmanes.caffeine.cache.Ticker;
import io.daybook.ui.accounts.Housekeeping;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.Views;
import java.time.Clock;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue's pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShopSettings.class)
public class ShopConfiguration {

    @Bean
    Catalogue catalogue(Views views, ShopSettings settings) {
        return new RememberedCatalogue(
                new AskedCatalogue(views, settings.patience()), settings, Clock.systemUTC(), Ticker.systemTicker());
    }

    @Bean
    OldAnswers oldAnswers() {
        return new OldAnswers();
    }

    @Bean
    FrontPages frontPages(Catalogue catalogue, ShopSettings settings, Housekeeping housekeeping) {
        FrontPages pages = new FrontPages(catalogue, settings);
        housekeeping.once(settings.refreshFirst(), pages::refresh);
        housekeeping.every(settings.refreshEvery(), "refresh the front pages", pages::refresh);
        return pages;
    }

    @Bean
    StockFeed stockFeed(QueryGateway queries) {
        return new StockFeed(queries);
    }

    @Bean
    CatalogueController catalogueController(Catalogue catalogue, ShopSettings settings) {
        return new CatalogueController(catalogue, settings);
    }

    @Bean
    ProductController productController(Catalogue catalogue, StockFeed feed, LiveStreams streams, Fragments fragments) {
        return new ProductController(catalogue, feed, streams, fragments);
    }
}
