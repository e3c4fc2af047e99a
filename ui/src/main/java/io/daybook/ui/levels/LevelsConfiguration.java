package io.daybook.ui.levels;

import io.daybook.operations.InstanceDirectory;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.Views;
import io.daybook.ui.placement.OrderPlacement;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Service levels and capacity, on a page and for programs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LevelsSettings.class)
public class LevelsConfiguration {

    @Bean
    LevelBook levelBook(Views views, DecidedControls controls, OrderPlacement placement, InstanceDirectory instances) {
        return new LevelBook(views, controls, placement, instances, Clock.systemUTC());
    }

    @Bean
    LevelFeed levelFeed(LevelBook book, Fragments fragments, LevelsSettings settings) {
        return new LevelFeed(book, fragments, settings);
    }

    @Bean
    LevelsController levelsController(LevelFeed feed, LiveStreams streams, Decisions decisions) {
        return new LevelsController(feed, streams, decisions);
    }

    @Bean
    LevelsApi levelsApi(LevelBook book, Decisions decisions) {
        return new LevelsApi(book, decisions);
    }
}
