package io.daybook.ui.exports;

import io.daybook.ui.pages.Views;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files of products and stock. */
@Configuration(proxyBeanMethods = false)
public class ExportsConfiguration {

    @Bean
    Exports exports(Views views) {
        return new Exports(views, Clock.systemUTC());
    }
}
