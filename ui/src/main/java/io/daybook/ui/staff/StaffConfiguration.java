package io.daybook.ui.staff;

import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The staff's pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StaffSettings.class)
public class StaffConfiguration {

    @Bean
    StaffController staffController(Views views, Commands commands, ReadPosition position, StaffSettings settings) {
        return new StaffController(views, commands, position, settings, Clock.systemUTC());
    }
}
