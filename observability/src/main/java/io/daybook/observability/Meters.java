package io.daybook.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.env.Environment;

/**
 * Where what is measured goes, and whose it is: several instances in one process share a registry.
 *
 * @param instance tag {@code instance.name}: the setting {@code daybook.instance}, otherwise the application's name
 */
record Meters(MeterRegistry registry, Tag instance) {

    Meters(MeterRegistry registry, Environment settings) {
        this(registry, Tag.of("instance.name", settings.getProperty("daybook.instance", application(settings))));
    }

    private static String application(Environment settings) {
        return settings.getProperty("spring.application.name", "daybook");
    }

    /** A number that whoever gets it keeps up to date, and everybody can read under this name. */
    AtomicInteger number(String name, String description) {
        AtomicInteger number = new AtomicInteger();
        Gauge.builder(name, number, AtomicInteger::get)
                .tags(List.of(instance))
                .description(description)
                .strongReference(true)
                .register(registry);
        return number;
    }

    /** See {@link MessageTimers}. */
    MessageTimers timers(String name, String tag) {
        return new MessageTimers(this, name, tag);
    }
}
