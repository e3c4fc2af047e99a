package io.daybook.ui.shop;

import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.Views;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue's pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShopSettings.class)
public class ShopConfiguration {

    @Bean
    Catalogue catalogue(Views views) {
        return new Catalogue(views);
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
