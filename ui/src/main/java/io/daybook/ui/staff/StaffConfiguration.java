package io.daybook.ui.staff;

import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.ReadPosition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The staff's pages. */
@Configuration(proxyBeanMethods = false)
public class StaffConfiguration {

    @Bean
    StaffController staffController(Commands commands, ReadPosition position) {
        return new StaffController(commands, position);
    }
}
