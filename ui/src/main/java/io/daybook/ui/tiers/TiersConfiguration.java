package io.daybook.ui.tiers;

import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Views;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tiers, on pages and for programs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TierSettings.class)
public class TiersConfiguration {

    @Bean
    VipThreshold vipThreshold(DecidedControls controls, TierSettings settings) {
        return new VipThreshold(controls, settings);
    }

    @Bean
    Standings standings(Views views, VipThreshold threshold) {
        return new Standings(views, threshold);
    }

    @Bean
    TiersController tiersController(Commands commands, Decisions decisions) {
        return new TiersController(commands, decisions);
    }

    @Bean
    TiersApi tiersApi(VipThreshold threshold, Decisions decisions, CommandGateway commands) {
        return new TiersApi(threshold, decisions, commands);
    }
}
