package io.daybook.ui.consistency;

import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.PageSettings;
import io.daybook.ui.pages.Views;
import io.daybook.ui.stock.StockReads;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page about the freshness of stock, and the same for programs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsistencySettings.class)
public class ConsistencyConfiguration {

    @Bean
    StockProbe stockProbe(
            StockReads stock, Views views, LogPosition log, ConsistencySettings settings, PageSettings pages) {
        return new StockProbe(stock, views, log, settings, pages, Clock.systemUTC());
    }

    @Bean
    ConsistencyBoard consistencyBoard(
            StockProbe probe, DecidedControls controls, Fragments fragments, ConsistencySettings settings) {
        return new ConsistencyBoard(probe, controls, fragments, settings);
    }

    @Bean
    ConsistencyController consistencyController(
            ConsistencyBoard board,
            StockProbe probe,
            DecidedControls controls,
            LiveStreams streams,
            Decisions decisions) {
        return new ConsistencyController(board, probe, controls, streams, decisions);
    }

    @Bean
    ConsistencyApi consistencyApi(StockProbe probe, DecidedControls controls, Decisions decisions) {
        return new ConsistencyApi(probe, controls, decisions);
    }
}
