package io.daybook.ui.services;

import io.daybook.operations.InstanceDirectory;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of services, and the same for programs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServicesSettings.class)
public class ServicesConfiguration {

    @Bean
    ServiceBoard serviceBoard(InstanceDirectory directory, Fragments fragments, ServicesSettings settings) {
        return new ServiceBoard(directory, fragments, settings, Clock.systemUTC());
    }

    @Bean
    ServicesController servicesController(ServiceBoard board, LiveStreams streams, Decisions decisions) {
        return new ServicesController(board, streams, decisions);
    }

    @Bean
    RoutingController routingController(
            ServiceBoard board, LiveStreams streams, DecidedControls controls, Decisions decisions) {
        return new RoutingController(board, streams, controls, decisions);
    }

    @Bean
    OperationsApi operationsApi(InstanceDirectory directory, DecidedControls controls, Decisions decisions) {
        return new OperationsApi(directory, controls, decisions);
    }
}
