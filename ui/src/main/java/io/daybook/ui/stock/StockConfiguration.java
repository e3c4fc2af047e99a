package io.daybook.ui.stock;

import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.pages.ReadPosition;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reading stock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StockSettings.class)
public class StockConfiguration {

    @Bean
    StockReads stockReads(QueryGateway queries, CommandGateway commands, StockSettings settings, MeterRegistry meters) {
        return new StockReads(queries, new StockCounter(commands, settings, System::nanoTime), settings, meters);
    }

    @Bean
    VisitorsStock visitorsStock(StockReads reads, DecidedControls controls, ReadPosition position) {
        return new VisitorsStock(reads, controls, position);
    }
}
