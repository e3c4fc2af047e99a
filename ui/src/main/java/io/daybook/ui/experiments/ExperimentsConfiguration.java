package io.daybook.ui.experiments;

import io.daybook.operations.InstanceDirectory;
import io.daybook.ui.accounts.AccountsDatabase;
import io.daybook.ui.live.LogPosition;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.Views;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Experiments, their pages, and the same for programs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExperimentSettings.class)
public class ExperimentsConfiguration {

    @Bean
    Experiments experiments(
            AccountsDatabase database,
            CommandGateway commands,
            Views views,
            EventStore events,
            LogPosition head,
            InstanceDirectory instances,
            ExperimentSettings settings) {
        Clock clock = Clock.systemUTC();
        RunStore store = new RunStore(database, clock);
        Stage.Platform platform = new Stage.Platform(new Sending(commands, settings.answer()), views, head, instances);
        List<Experiment> all = List.of(
                new Failover(settings),
                new LoadDistribution(settings),
                new Priority(settings),
                new Consistency(settings),
                new Oversell(settings),
                new PaymentOutage(settings),
                new Crash(settings));
        return new Experiments(all, new RunParts(platform, events, store, settings), clock);
    }

    @Bean
    RunFeed runFeed(
            Experiments experiments,
            Fragments fragments,
            ExperimentSettings settings,
            @Value("${server.servlet.context-path:}") String base) {
        return new RunFeed(experiments, fragments, settings, base);
    }

    @Bean
    ExperimentsController experimentsController(Experiments experiments, RunFeed feed, LiveStreams streams) {
        return new ExperimentsController(experiments, feed, streams);
    }

    @Bean
    ExperimentsApi experimentsApi(Experiments experiments) {
        return new ExperimentsApi(experiments);
    }
}
