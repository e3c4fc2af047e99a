package io.daybook.standalone.instances;

import io.daybook.operations.Niceness;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.pooled.MaxSegmentProvider;

/**
 * One thread for each event processor of an instance that has none of its own. It reads the log and handles what it has
 * read, in turn: handing each event from one thread to another would take longer than reading it, and while a batch is being
 * handled nobody need be woken for what has been written meanwhile.
 *
 * <p>Threads of processing groups for VIP orders have a processor before the others.
 */
final class ProcessorThreads implements ConfigurerModule, AutoCloseable {

    /** The names of processing groups for VIP orders end so. */
    private static final String VIP = "-vip";

    private final Map<String, ScheduledExecutorService> threads = new ConcurrentHashMap<>();
    private final Niceness niceness;

    ProcessorThreads(Niceness niceness) {
        this.niceness = niceness;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration((axon, processor) -> processor
                        .coordinatorExecutor(this::of)
                        .workerExecutor(this::of)
                        .maxSegmentProvider(axon.getComponent(MaxSegmentProvider.class)));
    }

    private ScheduledExecutorService of(String processor) {
        return threads.computeIfAbsent(processor, name -> Executors.newSingleThreadScheduledExecutor(factory(name)));
    }

    private ThreadFactory factory(String processor) {
        ThreadFactory usual = task -> new Thread(task, processor);
        return processor.endsWith(VIP) ? usual : niceness.nice(usual);
    }

    /** Ends the threads; the processors have been ended by then. */
    @Override
    public void close() {
        threads.values().forEach(ScheduledExecutorService::shutdownNow);
    }
}
