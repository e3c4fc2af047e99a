package io.daybook.ui.rebuild;

import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.Views;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page about views and their copies, and the same for programs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RebuildPageSettings.class)
public class RebuildConfiguration {

    @Bean
    ViewBoard viewBoard(
            Views views, LogPosition log, DecidedControls controls, Fragments fragments, RebuildPageSettings settings) {
        return new ViewBoard(views, log, controls, fragments, settings);
    }

    @Bean
    ViewsController viewsController(ViewBoard board, LiveStreams streams, Decisions decisions) {
        return new ViewsController(board, streams, decisions);
    }

    @Bean
    ViewsApi viewsApi(ViewBoard board, Decisions decisions) {
        return new ViewsApi(board, decisions);
    }
}
