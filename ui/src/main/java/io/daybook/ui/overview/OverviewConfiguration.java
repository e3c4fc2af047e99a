package io.daybook.ui.overview;

import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.letters.LetterBoard;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.Views;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How the business is doing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OverviewSettings.class)
@Import(OverviewController.class)
public class OverviewConfiguration {

    @Bean
    Figurebook figurebook(
            Views views,
            LogPosition log,
            LetterBoard letters,
            DecidedControls controls,
            MeterRegistry meters,
            OverviewSettings settings) {
        return new Figurebook(views, log, letters, controls, new ServerErrors(meters), settings, Clock.systemUTC());
    }

    @Bean
    OverviewFeeds overviewFeeds(
            Figurebook figures,
            Views views,
            Fragments fragments,
            OverviewSettings settings,
            @Value("${server.servlet.context-path:}") String base) {
        return new OverviewFeeds(figures, views, fragments, settings, Clock.systemUTC(), base);
    }

    @Bean
    FiguresApi figuresApi(Views views) {
        return new FiguresApi(views, Clock.systemUTC());
    }
}
