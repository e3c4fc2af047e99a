package io.daybook.ui.shop;

import com.github.benmanes.caffeine.cache.Ticker;
import io.daybook.ui.accounts.Housekeeping;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.Views;
import io.daybook.ui.stock.StockReads;
import io.daybook.ui.stock.VisitorsStock;
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
    Catalogue catalogue(Views views, VisitorsStock stock, ShopSettings settings) {
        return new RememberedCatalogue(
                new AskedCatalogue(views, stock, settings.patience()),
                settings,
                Clock.systemUTC(),
                Ticker.systemTicker());
    }

    @Bean
    OldAnswers oldAnswers() {
        return new OldAnswers();
    }

    @Bean
    FrontPages frontPages(Catalogue catalogue, ShopSettings settings, Housekeeping housekeeping) {
        FrontPages pages = new FrontPages(catalogue, settings);
        String what = "refresh the front pages";
        housekeeping.once(settings.refreshFirst(), what, pages::refresh);
        housekeeping.every(settings.refreshEvery(), what, pages::refresh);
        return pages;
    }

    @Bean
    StockFeed stockFeed(QueryGateway queries) {
        return new StockFeed(queries);
    }

    @Bean
    LiveStock liveStock(StockFeed feed, StockReads reads, VisitorsStock stock, ShopSettings settings) {
        return new LiveStock(feed, reads, stock, settings.liveEvery());
    }

    @Bean
    CatalogueController catalogueController(Catalogue catalogue, ShopSettings settings) {
        return new CatalogueController(catalogue, settings);
    }

    @Bean
    ProductController productController(Catalogue catalogue, LiveStock live, LiveStreams streams, Fragments fragments) {
        return new ProductController(catalogue, live, streams, fragments);
    }
}
