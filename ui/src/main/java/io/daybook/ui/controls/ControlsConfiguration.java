package io.daybook.ui.controls;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators have decided, for all pages. */
@Configuration(proxyBeanMethods = false)
public class ControlsConfiguration {

    @Bean
    DecidedControls decidedControls() {
        return new DecidedControls();
    }
}
