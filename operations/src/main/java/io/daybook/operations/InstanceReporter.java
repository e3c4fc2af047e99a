package io.daybook.operations;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reports on the instances of this process, all at once, again and again. */
final class InstanceReporter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InstanceReporter.class);
    private static final String PROCESS = ManagementFactory.getRuntimeMXBean().getName();
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> reports;
    private final Supplier<? extends List<? extends ReportingInstance>> instances;
    private final MeterRegistry registry;
    private final OperationsSettings settings;
    private final Clock clock;
    private final Map<String, InstanceMeter> meters = new HashMap<>();
    private @Nullable ScheduledExecutorService thread;
    private boolean silent;

    InstanceReporter(
            MongoCollection<Document> reports,
            Supplier<? extends List<? extends ReportingInstance>> instances,
            MeterRegistry registry,
            OperationsSettings settings,
            Clock clock) {
        this.reports = reports;
        this.instances = instances;
        this.registry = registry;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread reporter = new Thread(task, "instance-reports");
            reporter.setDaemon(true);
            return reporter;
        });
        made.scheduleWithFixedDelay(this::report, 0, settings.report().toMillis(), TimeUnit.MILLISECONDS);
        thread = made;
    }

    private void report() {
        try {
            List<ReplaceOneModel<Document>> writes = new ArrayList<>();
            for (ReportingInstance instance : instances.get()) {
                Document document = ReportDocument.write(report(instance));
                writes.add(new ReplaceOneModel<>(Filters.eq("_id", document.get("_id")), document, UPSERT));
            }
            if (!writes.isEmpty()) {
                reports.bulkWrite(writes);
            }
            silent = false;
        } catch (RuntimeException failure) {
            // Any: one that got out would end the reports for good.
            if (!silent) {
                log.warn("Instances cannot be reported on; it is tried again", failure);
            }
            silent = true;
        }
    }

    private InstanceReport report(ReportingInstance instance) {
        InstanceMeter meter =
                meters.computeIfAbsent(instance.instance().value(), name -> new InstanceMeter(registry, name));
        List<String> troubles = new ArrayList<>();
        Set<String> processors = new TreeSet<>();
        instance.axon().eventProcessingConfiguration().eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming) {
                streaming.processingStatus().values().forEach(segment -> {
                    processors.add(name);
                    trouble(name, segment, troubles);
                });
            }
        });
        long now = System.nanoTime();
        return new InstanceReport(
                instance.instance().value(),
                instance.service(),
                PROCESS,
                version(),
                instance.startedAt(),
                clock.instant(),
                instance.control().enabled(),
                instance.control().loadFactor(),
                troubles,
                meter.commands(now),
                meter.queries(now),
                meter.events(),
                List.copyOf(processors));
    }

    private static void trouble(String processor, EventTrackerStatus segment, List<String> troubles) {
        if (segment.isErrorState()) {
            troubles.add("%s does not get on: %s".formatted(processor, segment.getError()));
        }
    }

    private static String version() {
        String version = InstanceReporter.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public void stop() {
        ScheduledExecutorService ending = thread;
        if (ending != null) {
            ending.shutdown();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
