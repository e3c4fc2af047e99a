package io.daybook.operations;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Says of each line of this process which instance of which service it comes from. */
final class LogOrigin {

    private static final String PROCESS = ManagementFactory.getRuntimeMXBean().getName();

    private final int process = ThreadLocalRandom.current().nextInt();
    private final Map<String, String> services = new ConcurrentHashMap<>();
    private final Supplier<? extends List<? extends ReportingInstance>> instances;
    private final String own;
    private final String application;

    /**
     * @param own         the instance of lines that do not say which
     * @param application the service of instances that are not reported on
     */
    LogOrigin(Supplier<? extends List<? extends ReportingInstance>> instances, String own, String application) {
        this.instances = instances;
        this.own = own;
        this.application = application;
    }

    LogLine of(LogEntry entry) {
        String instance = entry.instance() == null ? own : entry.instance();
        return new LogLine(
                LogLine.id(entry.at(), entry.number(), process),
                entry.at(),
                entry.level(),
                service(instance),
                instance,
                PROCESS,
                entry.logger(),
                entry.thread(),
                entry.message(),
                entry.exception(),
                entry.orderId(),
                entry.traceId());
    }

    private String service(String instance) {
        String known = services.get(instance);
        if (known == null) {
            instances.get().forEach(running -> services.put(running.instance().value(), running.service()));
            known = services.getOrDefault(instance, application);
        }
        return known;
    }
}
