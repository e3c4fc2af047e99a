package io.daybook.ui.auditor;

import io.daybook.ui.controls.Decisions;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.Views;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of the auditor, and the same for programs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditorSettings.class)
public class AuditorConfiguration {

    @Bean
    AuditorBoard auditorBoard(Views views, Fragments fragments, AuditorSettings settings) {
        return new AuditorBoard(views, fragments, settings);
    }

    @Bean
    AuditorController auditorController(AuditorBoard board, LiveStreams streams, Decisions decisions) {
        return new AuditorController(board, streams, decisions);
    }

    @Bean
    AuditorApi auditorApi(Views views, Decisions decisions) {
        return new AuditorApi(views, decisions);
    }
}
