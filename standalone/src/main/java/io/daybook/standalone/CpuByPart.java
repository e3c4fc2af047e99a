package io.daybook.standalone;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What each part of the platform costs: processor time (seconds, meter {@code daybook.cpu.time}) summed over threads by
 * the beginning of their names. Time of threads that have ended since the last reading is kept, as far as it was read. What
 * the process has used beyond its threads is the virtual machine's own: compilation and garbage collection.
 */
class CpuByPart implements MeterBinder {

    private static final String OTHER = "other";
    private static final String JVM = "jvm";

    private static final Map<String, String> PARTS = parts();

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Map<Long, Long> lastReading = new HashMap<>();
    private final Map<String, Long> nanoseconds = new HashMap<>();

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("http-nio", "http");
        parts.put("tomcat", "http");
        parts.put("ForkJoinPool", "http");
        parts.put("commands", "commands");
        parts.put("command-retries", "commands");
        parts.put("book-", "store");
        parts.put("fulfilment", "saga");
        parts.put("payment-gateway", "payments");
        parts.put("payment-calls", "payments");
        parts.put("sandbox", "sandbox");
        parts.put("payment-errands", "payments");
        parts.put("view-", "views");
        parts.put("views-commit", "views");
        parts.put("mongo", "views");
        parts.put("nioEventLoopGroup", "views");
        parts.put("MVStore", "views");
        parts.put("H2-", "views");
        return parts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        PARTS.values().stream().distinct().forEach(part -> register(registry, part));
        register(registry, OTHER);
        register(registry, JVM);
    }

    private void register(MeterRegistry registry, String part) {
        FunctionCounter.builder("daybook.cpu.time", this, meter -> meter.seconds(part))
                .tag("part", part)
                .baseUnit("seconds")
                .description("Processor time of the platform's threads")
                .register(registry);
    }

    private synchronized double seconds(String part) {
        long[] ids = threads.getAllThreadIds();
        lastReading.keySet().retainAll(LongStream.of(ids).boxed().collect(Collectors.toSet()));
        for (ThreadInfo thread : threads.getThreadInfo(ids)) {
            if (thread != null) {
                read(thread);
            }
        }
        if (part.equals(JVM)) {
            long ofThreads =
                    nanoseconds.values().stream().mapToLong(Long::longValue).sum();
            return Math.max(0, process.getProcessCpuTime() - ofThreads) / 1e9;
        }
        return nanoseconds.getOrDefault(part, 0L) / 1e9;
    }

    private void read(ThreadInfo thread) {
        long now = threads.getThreadCpuTime(thread.getThreadId());
        if (now >= 0) {
            long before = lastReading.getOrDefault(thread.getThreadId(), 0L);
            lastReading.put(thread.getThreadId(), now);
            nanoseconds.merge(partOf(thread.getThreadName()), now - before, Long::sum);
        }
    }

    private static String partOf(String threadName) {
        return PARTS.entrySet().stream()
                .filter(part -> threadName.startsWith(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }
}
