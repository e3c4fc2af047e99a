package io.daybook.command.tiers;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The places of an instance, shared between the tiers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CapacitySettings.class)
public class CapacityConfiguration {

    @Bean
    Capacity capacity(CapacitySettings settings, MeterRegistry registry, Environment environment) {
        return new Capacity(settings, registry, environment.getProperty("daybook.instance", "command-side"));
    }
}
