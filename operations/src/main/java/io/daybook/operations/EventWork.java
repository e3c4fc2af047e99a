package io.daybook.operations;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.pooled.MaxSegmentProvider;

/**
 * Which of an instance's event processors work. Axon starts them all with the instance; one that is to be idle from the
 * beginning may claim no segment, and so reads nothing until it is ended. Processors ask the {@link MaxSegmentProvider} of
 * the configuration, which this is.
 */
public final class EventWork implements ConfigurerModule {

    private final Set<String> idle = ConcurrentHashMap.newKeySet();

    @Override
    public void configureModule(Configurer configurer) {
        configurer.registerComponent(
                MaxSegmentProvider.class, axon -> processor -> idle.contains(processor) ? 0 : Short.MAX_VALUE);
    }

    /** Says which processors are wanted, by their names, before the instance starts. */
    public void begin(Configuration axon, Predicate<String> wanted) {
        processors(axon).keySet().stream().filter(wanted.negate()).forEach(idle::add);
    }

    /** Starts and ends processors until those run that are wanted and no others; may be done again. */
    public void keep(Configuration axon, Predicate<String> wanted) {
        processors(axon).forEach((name, processor) -> {
            if (!wanted.test(name)) {
                end(processor);
                return;
            }
            idle.remove(name);
            if (!processor.isRunning()) {
                processor.start();
            }
        });
    }

    private static void end(EventProcessor processor) {
        if (processor.isRunning()) {
            processor.shutDown();
        }
    }

    private static Map<String, EventProcessor> processors(Configuration axon) {
        return axon.eventProcessingConfiguration().eventProcessors();
    }
}
