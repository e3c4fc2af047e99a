package io.daybook.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
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

    /** See {@link MessageTimers}. */
    MessageTimers timers(String name, String tag) {
        return new MessageTimers(registry, name, tag, instance);
    }
}
