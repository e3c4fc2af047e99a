package io.daybook.observability;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MultiCorrelationDataProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What is attached to the buses and to every event processor. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    @Bean
    CorrelationDataProvider origin() {
        return new Origin();
    }

    @Bean
    CorrelationDataProvider tierOfCause() {
        return new TierOfCause();
    }

    @Bean
    ConfigurerModule observedMessages(
            MeterRegistry registry, List<CorrelationDataProvider> handedOn, Environment settings) {
        Meters meters = new Meters(registry, settings);
        return new ObservedMessages(
                meters,
                new MultiCorrelationDataProvider<>(handedOn),
                new LogFields(!Tracing.isOn(settings), meters.instance().getValue()));
    }
}
