package io.daybook.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.pooled.MaxSegmentProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventWorkTest {

    private static final String VIEW = "view";
    private static final String OTHER = "other";

    private final EventWork work = new EventWork();
    private final View view = new View();
    private final Other other = new Other();
    private final Configuration axon = axon();

    abstract static class Handler {

        final List<String> handled = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(String event) {
            handled.add(event);
        }
    }

    @ProcessingGroup(VIEW)
    private static final class View extends Handler {}

    @ProcessingGroup(OTHER)
    private static final class Other extends Handler {}

    private Configuration axon() {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .registerComponent(TokenStore.class, configuration -> new InMemoryTokenStore());
        configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors()
                .registerPooledStreamingEventProcessorConfiguration((configuration, processor) -> processor
                        .initialToken(StreamableMessageSource::createTailToken)
                        .initialSegmentCount(1)
                        .maxSegmentProvider(configuration.getComponent(MaxSegmentProvider.class)))
                .registerEventHandler(configuration -> view)
                .registerEventHandler(configuration -> other);
        work.configureModule(configurer);
        return configurer.buildConfiguration();
    }

    @BeforeEach
    void publishWhatWaits() {
        axon.eventStore().publish(new GenericDomainEventMessage<>("type", "nobody's", 0, 1), event("for both"));
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    private static GenericEventMessage<String> event(String payload) {
        return new GenericEventMessage<>(payload);
    }

    private boolean viewRuns() {
        return axon.eventProcessingConfiguration()
                .eventProcessor(VIEW, EventProcessor.class)
                .orElseThrow()
                .isRunning();
    }

    private void awaitTheOther() {
        await().untilAsserted(() -> assertThat(other.handled).containsExactly("for both"));
    }

    @Test
    void one_that_is_not_wanted_at_the_start_reads_nothing_before_it_is_ended() {
        work.begin(axon, name -> !name.equals(VIEW));
        axon.start();

        awaitTheOther();
        assertThat(viewRuns()).isTrue();
        assertThat(axon.eventProcessingConfiguration()
                        .tokenStore(VIEW)
                        .fetchToken(VIEW, 0)
                        .position())
                .hasValue(-1);
        work.keep(axon, name -> !name.equals(VIEW));

        assertThat(viewRuns()).isFalse();
        assertThat(view.handled).isEmpty();
    }

    @Test
    void one_that_is_wanted_again_handles_what_has_waited() {
        work.begin(axon, name -> !name.equals(VIEW));
        axon.start();
        work.keep(axon, name -> !name.equals(VIEW));

        work.keep(axon, name -> true);

        await().untilAsserted(() -> assertThat(view.handled).containsExactly("for both"));
    }

    @Test
    void one_that_is_wanted_works_from_the_start() {
        work.begin(axon, name -> true);
        axon.start();

        await().untilAsserted(() -> assertThat(view.handled).containsExactly("for both"));
    }
}
