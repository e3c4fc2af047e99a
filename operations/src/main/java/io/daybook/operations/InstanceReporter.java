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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;

/** Reports on the instances of this process, all at once, again and again. */
final class InstanceReporter extends Repeated {

    private static final String PROCESS = ManagementFactory.getRuntimeMXBean().getName();
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> reports;
    private final Supplier<? extends List<? extends ReportingInstance>> instances;
    private final MeterRegistry registry;
    private final Clock clock;
    private final ProcessorTroubles processorTroubles;
    private final Map<String, InstanceMeter> meters = new HashMap<>();
    private final Map<String, ProcessorMeter> processorMeters = new HashMap<>();
    private final HeadHistory heads = new HeadHistory();

    InstanceReporter(
            MongoCollection<Document> reports,
            Supplier<? extends List<? extends ReportingInstance>> instances,
            MeterRegistry registry,
            ProcessorTroubles processorTroubles,
            OperationsSettings settings,
            Clock clock) {
        super("instance-reports", settings.report());
        this.reports = reports;
        this.instances = instances;
        this.registry = registry;
        this.processorTroubles = processorTroubles;
        this.clock = clock;
    }

    @Override
    void round() {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        for (ReportingInstance instance : instances.get()) {
            Map<String, StreamingEventProcessor> processors = processors(instance.axon());
            Document document = ReportDocument.write(report(instance, processors));
            if (!processors.isEmpty()) {
                describe(instance, processors, document);
            }
            writes.add(new ReplaceOneModel<>(Filters.eq("_id", document.get("_id")), document, UPSERT));
        }
        if (!writes.isEmpty()) {
            reports.bulkWrite(writes);
        }
    }

    private static Map<String, StreamingEventProcessor> processors(Configuration axon) {
        Map<String, StreamingEventProcessor> streaming = new TreeMap<>();
        axon.eventProcessingConfiguration().eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor found) {
                streaming.put(name, found);
            }
        });
        return streaming;
    }

    private void describe(
            ReportingInstance instance, Map<String, StreamingEventProcessor> processors, Document document) {
        List<Document> described = processorMeters
                .computeIfAbsent(instance.instance().value(), this::processorMeter)
                .read(processors, () -> head(instance.axon()), heads, clock.instant())
                .stream()
                .map(ProcessorDocument::write)
                .toList();
        document.append(ProcessorDocument.PROCESSORS, described)
                .append(
                        ProcessorDocument.OUTCOMES,
                        instance.segmentWork().outcomes().stream()
                                .map(ProcessorDocument::write)
                                .toList());
    }

    private ProcessorMeter processorMeter(String instance) {
        ProcessorMeter meter = new ProcessorMeter(instance, processorTroubles);
        Document before = reports.find(Filters.eq("_id", instance)).first();
        if (before != null) {
            meter.remember(ProcessorDocument.processors(before, true));
        }
        return meter;
    }

    private static long head(Configuration axon) {
        TrackingToken head = axon.eventStore().createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }

    private InstanceReport report(ReportingInstance instance, Map<String, StreamingEventProcessor> streaming) {
        InstanceMeter meter =
                meters.computeIfAbsent(instance.instance().value(), name -> new InstanceMeter(registry, name));
        List<String> troubles = new ArrayList<>();
        Set<String> processors = new TreeSet<>();
        streaming.forEach((name, processor) -> {
            if (!processor.processingStatus().isEmpty()) {
                processors.add(name);
            }
            processorTroubles
                    .of(instance.instance().value(), name)
                    .ifPresent(trouble -> troubles.add("%s does not get on: %s".formatted(name, trouble.message())));
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
                List.copyOf(processors),
                meter.lines(now));
    }

    private static String version() {
        String version = InstanceReporter.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
