package io.daybook.ui.letters;

import io.daybook.ui.controls.Decisions;
import io.daybook.ui.pages.PageSettings;
import io.daybook.ui.pages.Views;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of dead letters, and the same for programs. */
@Configuration(proxyBeanMethods = false)
public class LettersConfiguration {

    @Bean
    LetterBoard letterBoard(Views views, CommandGateway commands, PageSettings settings) {
        return new LetterBoard(views, commands, settings);
    }

    @Bean
    DeadLettersController deadLettersController(LetterBoard board, Decisions decisions) {
        return new DeadLettersController(board, decisions);
    }

    @Bean
    DeadLettersApi deadLettersApi(LetterBoard board, Decisions decisions) {
        return new DeadLettersApi(board, decisions);
    }
}
