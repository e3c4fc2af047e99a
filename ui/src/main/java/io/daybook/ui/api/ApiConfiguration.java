package io.daybook.ui.api;

import io.daybook.ui.http.HttpSettings;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.live.OrderUpdates;
import io.daybook.ui.placement.OrderPlacement;
import io.swagger.v3.oas.models.OpenAPI;
import org.axonframework.queryhandling.QueryGateway;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The REST API. */
@Configuration(proxyBeanMethods = false)
@Import({
    TokenApi.class,
    ProductApi.class,
    OrderApi.class,
    StaffOrderApi.class,
    StaffStockApi.class,
    StaffStockListApi.class,
    StaffProductApi.class,
    StaffPictureApi.class,
    StaffViewApi.class,
    StaffCustomerApi.class,
    StaffFulfilmentApi.class,
    StaffImportApi.class
})
public class ApiConfiguration {

    @Bean
    Orders apiOrders(
            QueryGateway queries,
            OrderPlacement placement,
            OrderUpdates updates,
            LogPosition log,
            HttpSettings settings) {
        return new Orders(queries, placement, updates, log, settings);
    }

    @Bean
    OpenApiCustomizer problemsInTheDescription() {
        return OpenApiDescription::addProblems;
    }

    @Bean
    OpenAPI openApi() {
        return OpenApiDescription.create();
    }
}
