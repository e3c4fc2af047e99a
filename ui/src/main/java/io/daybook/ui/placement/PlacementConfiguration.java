package io.daybook.ui.placement;

import com.github.benmanes.caffeine.cache.Ticker;
import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.operations.InstanceDirectory;
import io.daybook.operations.ProcessorDirectory;
import io.daybook.ui.live.LogPosition;
import java.time.Clock;
import java.util.concurrent.ForkJoinPool;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Placing orders. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlacementSettings.class)
public class PlacementConfiguration {

    @Bean
    Admission admission(ProcessorDirectory processors, InstanceDirectory instances, PlacementSettings settings) {
        return new Admission(new Waits(processors::instances, instances::instances), settings, Clock.systemUTC());
    }

    @Bean
    OrderPlacement orderPlacement(
            CommandGateway commands,
            QueryGateway queries,
            LogPosition log,
            Admission admission,
            PlacementSettings settings) {
        return new OrderPlacement(
                commands,
                new Products(
                        skus -> queries.query(new FindProductsBySku(skus), ProductList.class),
                        settings,
                        ForkJoinPool.commonPool(),
                        Ticker.systemTicker()),
                new Customers(queries, settings),
                new EarlierOrders(queries, log),
                admission,
                settings);
    }
}
