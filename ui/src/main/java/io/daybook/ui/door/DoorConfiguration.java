package io.daybook.ui.door;

import io.daybook.operations.Niceness;
import io.daybook.ui.http.ApiJson;
import io.daybook.ui.http.ProblemWriter;
import io.daybook.ui.placement.OrderPlacement;
import io.daybook.ui.tokens.Tokens;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The doors by which orders come in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DoorSettings.class, Niceness.class})
public class DoorConfiguration {

    static final String OWN_ORDERS = "/api/v1/orders";
    static final String AGREED_ORDERS = "/api/v1/staff/orders";
    static final String CHECKOUT = "/checkout";

    private static final int PLACES_A_PROCESSOR = 2;

    /** After the filter that measures requests, so that those that are sent away are counted, and before all others. */
    private static final int AFTER_MEASUREMENT = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<GivingWay> givingWay(Niceness niceness) {
        FilterRegistrationBean<GivingWay> filter = new FilterRegistrationBean<>(new GivingWay(niceness));
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Doorway> doorway(
            DoorSettings settings, Tokens tokens, OrderPlacement placement, ApiJson json, ProblemWriter problems) {
        Arrivals arrivals = new Arrivals(tokens::find, placement::tierOf, json.mapper(), settings.patience());
        int places = PLACES_A_PROCESSOR * Runtime.getRuntime().availableProcessors();
        FilterRegistrationBean<Doorway> filter = new FilterRegistrationBean<>(
                new Doorway(places, settings.patience(), arrivals, placement::admit, problems));
        filter.addUrlPatterns(OWN_ORDERS, AGREED_ORDERS, CHECKOUT);
        filter.setOrder(AFTER_MEASUREMENT);
        return filter;
    }
}
