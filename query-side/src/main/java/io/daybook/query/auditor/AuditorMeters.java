package io.daybook.query.auditor;

import io.daybook.api.audit.DriftKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;

/**
 * How many findings are open ({@code daybook.audit.findings}, by kind), and how long ago the walk was begun that everything
 * was looked at since ({@code daybook.audit.age}). Only the instance that audits knows.
 */
final class AuditorMeters implements MeterBinder {

    private final FindingStore findings;
    private final Walks walks;
    private final Clock clock;
    private final String instance;

    AuditorMeters(FindingStore findings, Walks walks, Clock clock, String instance) {
        this.findings = findings;
        this.walks = walks;
        this.clock = clock;
        this.instance = instance;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (DriftKind kind : DriftKind.values()) {
            Gauge.builder("daybook.audit.findings", () -> findings.counts().get(kind))
                    .tag("kind", kind.name())
                    .tag("instance.name", instance)
                    .description("What differs from the log and is not repaired")
                    .register(registry);
        }
        Gauge.builder("daybook.audit.age", () -> walks.ageSeconds(clock.instant()))
                .tag("instance.name", instance)
                .baseUnit("seconds")
                .description("Everything was looked at since then")
                .register(registry);
    }
}
