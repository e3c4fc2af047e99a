package io.daybook.ui.controls;

import io.daybook.ui.pages.Commands;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Operators' decisions, as far as pages and programs are concerned. */
@Configuration(proxyBeanMethods = false)
public class ControlsConfiguration {

    @Bean
    DecidedControls decidedControls() {
        return new DecidedControls();
    }

    @Bean
    Decisions decisions(Commands pages, CommandGateway programs) {
        return new Decisions(pages, programs);
    }
}
