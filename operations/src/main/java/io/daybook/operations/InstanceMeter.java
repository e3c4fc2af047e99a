package io.daybook.operations;

import io.daybook.api.customer.Tier;
import io.daybook.operations.InstanceReport.LineReport;
import io.daybook.operations.InstanceReport.Work;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.Id;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Reads what one instance has done from the meters that name it. Keeps the last reading, for what happened since. */
final class InstanceMeter {

    private static final String INSTANCE = "instance.name";

    private final MeterRegistry meters;
    private final String instance;
    private Reading commands = Reading.NONE;
    private Reading queries = Reading.NONE;

    private final Map<Id, Reading> waits = new HashMap<>();
    private final Map<Id, Reading> works = new HashMap<>();

    private record Reading(long nanoTime, long handled, double millis) {
        static final Reading NONE = new Reading(0, 0, 0);
    }

    InstanceMeter(MeterRegistry meters, String instance) {
        this.meters = meters;
        this.instance = instance;
    }

    Work commands(long nanoTime) {
        Reading before = commands;
        commands = read("daybook.commands", nanoTime);
        return between(before, commands, inFlight("daybook.commands.in.flight"));
    }

    Work queries(long nanoTime) {
        Reading before = queries;
        queries = read("daybook.queries", nanoTime);
        return between(before, queries, inFlight("daybook.queries.in.flight"));
    }

    long events() {
        return (long) meters.find("daybook.processor.events").tag(INSTANCE, instance).functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .sum();
    }

    /** Where orders wait for a place, by name and tier. */
    List<LineReport> lines(long nanoTime) {
        return meters.find("daybook.capacity.guaranteed").tag(INSTANCE, instance).gauges().stream()
                .map(guaranteed -> line(guaranteed, nanoTime))
                .sorted(Comparator.comparing(LineReport::line)
                        .thenComparing(LineReport::tier, Comparator.reverseOrder()))
                .toList();
    }

    private LineReport line(Gauge guaranteed, long nanoTime) {
        Id id = guaranteed.getId();
        Work wait = since(waits, id, "daybook.capacity.wait", nanoTime);
        Work work = since(works, id, "daybook.capacity.work", nanoTime);
        return new LineReport(
                String.valueOf(id.getTag("line")),
                Tier.valueOf(String.valueOf(id.getTag("tier"))),
                (int) guaranteed.value(),
                (int) meters.get("daybook.capacity.taken")
                        .tags(id.getTags())
                        .gauge()
                        .value(),
                (int) meters.get("daybook.capacity.waiting")
                        .tags(id.getTags())
                        .gauge()
                        .value(),
                work.perSecond(),
                wait.millis(),
                work.millis());
    }

    private Work since(Map<Id, Reading> readings, Id id, String name, long nanoTime) {
        FunctionTimer timer = meters.get(name).tags(id.getTags()).functionTimer();
        Reading now = new Reading(nanoTime, (long) timer.count(), timer.totalTime(TimeUnit.MILLISECONDS));
        Reading before = readings.put(id, now);
        return between(before == null ? Reading.NONE : before, now, 0);
    }

    private Reading read(String name, long nanoTime) {
        long handled = 0;
        double millis = 0;
        for (Timer timer : meters.find(name).tag(INSTANCE, instance).timers()) {
            handled += timer.count();
            millis += timer.totalTime(TimeUnit.MILLISECONDS);
        }
        return new Reading(nanoTime, handled, millis);
    }

    private int inFlight(String name) {
        return (int) meters.find(name).tag(INSTANCE, instance).gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    private static Work between(Reading before, Reading now, int inFlight) {
        // Negative when the instance was started anew in between.
        long handled = now.handled() - before.handled();
        if (before.equals(Reading.NONE) || handled <= 0) {
            return new Work(now.handled(), 0, inFlight, 0);
        }
        double seconds = (now.nanoTime() - before.nanoTime()) / 1e9;
        return new Work(now.handled(), handled / seconds, inFlight, (now.millis() - before.millis()) / handled);
    }
}
