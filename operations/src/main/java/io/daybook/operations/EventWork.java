package io.daybook.operations;

import java.util.function.Predicate;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;

/** Which of an instance's event processors run. */
public final class EventWork {

    private EventWork() {}

    /** Starts and ends processors until those run that are wanted, by their names, and no others; may be done again. */
    public static void keep(Configuration axon, Predicate<String> wanted) {
        axon.eventProcessingConfiguration().eventProcessors().forEach((name, processor) -> {
            if (processor.isRunning() != wanted.test(name)) {
                change(processor);
            }
        });
    }

    private static void change(EventProcessor processor) {
        if (processor.isRunning()) {
            processor.shutDown();
        } else {
            processor.start();
        }
    }
}
