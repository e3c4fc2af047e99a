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
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.bson.Document;

/** Reports on the instances of this process, all at once, again and again. */
final class InstanceReporter extends Repeated {

    private static final String PROCESS = ManagementFactory.getRuntimeMXBean().getName();
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> reports;
    private final Supplier<? extends List<? extends ReportingInstance>> instances;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, InstanceMeter> meters = new HashMap<>();

    InstanceReporter(
            MongoCollection<Document> reports,
            Supplier<? extends List<? extends ReportingInstance>> instances,
            MeterRegistry registry,
            OperationsSettings settings,
            Clock clock) {
        super("instance-reports", settings.report());
        this.reports = reports;
        this.instances = instances;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    void round() {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        for (ReportingInstance instance : instances.get()) {
            Document document = ReportDocument.write(report(instance));
            writes.add(new ReplaceOneModel<>(Filters.eq("_id", document.get("_id")), document, UPSERT));
        }
        if (!writes.isEmpty()) {
            reports.bulkWrite(writes);
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
                instance.control().participation(),
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
}
