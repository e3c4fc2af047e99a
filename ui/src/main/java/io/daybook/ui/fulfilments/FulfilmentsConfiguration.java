package io.daybook.ui.fulfilments;

import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The console of orders on their way, and the same for programs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineSettings.class)
public class FulfilmentsConfiguration {

    @Bean
    FulfilmentsController fulfilmentsController(
            Views views, Commands commands, ReadPosition position, DeadlineSettings deadlines) {
        return new FulfilmentsController(views, commands, position, deadlines, Clock.systemUTC());
    }

    @Bean
    FulfilmentsApi fulfilmentsApi(QueryGateway queries, CommandGateway commands) {
        return new FulfilmentsApi(queries, commands);
    }
}
