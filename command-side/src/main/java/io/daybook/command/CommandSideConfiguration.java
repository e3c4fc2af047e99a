package io.daybook.command;

import io.daybook.command.aggregate.AggregateSettings;
import io.daybook.command.aggregate.FreshDecisions;
import io.daybook.command.aggregate.UnknownTargets;
import io.daybook.command.tiers.CapacityConfiguration;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything of this module. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AggregateSettings.class, ConflictSettings.class})
@Import({Features.class, CapacityConfiguration.class})
public class CommandSideConfiguration {

    @Bean
    ConfigurerModule unknownTargets() {
        return new UnknownTargets();
    }

    @Bean
    ConfigurerModule freshDecisions() {
        return new FreshDecisions();
    }
}
