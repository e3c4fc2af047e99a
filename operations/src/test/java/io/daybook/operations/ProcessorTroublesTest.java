package io.daybook.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.operations.ProcessorReport.Trouble;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventBus;
import org.junit.jupiter.api.Test;

class ProcessorTroublesTest {

    private static final String PROCESSOR = "words";

    private final ProcessorTroubles troubles = new ProcessorTroubles(Clock.systemUTC());
    private final AtomicBoolean failing = new AtomicBoolean(true);

    private final class Words {

        @EventHandler
        void on(String word) {
            if (failing.get()) {
                throw new IllegalStateException("no word for " + word);
            }
        }
    }

    @Test
    void a_batch_that_failed_is_told_until_one_succeeds() {
        Configuration first = start("first");

        fail(first);
        assertThat(troubles.of("first", PROCESSOR))
                .map(Trouble::message)
                .hasValue("IllegalStateException: no word for snow");
        assertThat(troubles.of("second", PROCESSOR)).isEmpty();

        failing.set(false);
        publish(first);
        assertThat(troubles.of("first", PROCESSOR)).isEmpty();
    }

    @Test
    void an_instance_that_is_started_again_has_none_of_the_one_before() {
        Configuration first = start("first");
        Configuration second = start("second");
        fail(first);
        fail(second);

        first.shutdown();
        start("first");

        assertThat(troubles.of("first", PROCESSOR)).isEmpty();
        assertThat(troubles.of("second", PROCESSOR)).isPresent();
    }

    private Configuration start(String instance) {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventBus(configuration -> SimpleEventBus.builder().build());
        configurer.eventProcessing(processing -> processing
                .usingSubscribingEventProcessors()
                .byDefaultAssignTo(PROCESSOR)
                .registerEventHandler(configuration -> new Words())
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance()));
        troubles.watch(instance).configureModule(configurer);
        return configurer.start();
    }

    private void fail(Configuration instance) {
        assertThatThrownBy(() -> publish(instance)).hasMessage("no word for snow");
    }

    private static void publish(Configuration instance) {
        instance.eventBus().publish(GenericEventMessage.asEventMessage("snow"));
    }
}
