package io.daybook.ui.placement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Placing orders. */
@Configuration(proxyBeanMethods = false)
public class PlacementConfiguration {

    @Bean
    OrderPlacement orderPlacement() {
        return new OrderPlacement();
    }
}
