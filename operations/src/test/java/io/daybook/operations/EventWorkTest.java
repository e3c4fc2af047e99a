package io.daybook.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventWorkTest {

    private static final String VIEW = "view";

    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final EventWork work = new EventWork();
    private final Configuration axon = axon();

    @ProcessingGroup(VIEW)
    private final class View {

        @EventHandler
        void on(String event) {
            handled.add(event);
        }
    }

    private Configuration axon() {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine());
        configurer
                .eventProcessing()
                .usingSubscribingEventProcessors()
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerEventHandler(configuration -> new View());
        work.configureModule(configurer);
        return configurer.buildConfiguration();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    private EventProcessor processor() {
        return axon.eventProcessingConfiguration()
                .eventProcessor(VIEW, EventProcessor.class)
                .orElseThrow();
    }

    private void publish(String event) {
        axon.eventBus().publish(GenericEventMessage.asEventMessage(event));
    }

    @Test
    void one_that_is_not_wanted_at_the_start_handles_nothing_before_it_is_ended() {
        work.begin(axon, name -> false);
        axon.start();

        assertThatThrownBy(() -> publish("early")).hasMessageContaining("an operator has stopped view");
        work.keep(axon, name -> false);

        assertThat(processor().isRunning()).isFalse();
        assertThat(handled).isEmpty();
    }

    @Test
    void one_that_is_wanted_again_works() {
        work.begin(axon, name -> false);
        axon.start();
        work.keep(axon, name -> false);

        work.keep(axon, name -> true);
        publish("wanted");

        assertThat(handled).containsExactly("wanted");
    }

    @Test
    void one_that_is_wanted_works_from_the_start() {
        work.begin(axon, name -> true);
        axon.start();

        publish("at once");

        assertThat(handled).containsExactly("at once");
    }
}
