package io.daybook.ui.services;

import io.daybook.api.operations.InstanceName;
import io.daybook.operations.InstanceDirectory;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.Sampler;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The instances as they are now, for the page and for all that are open. */
final class ServiceBoard implements AutoCloseable {

    private final InstanceDirectory directory;
    private final Fragments fragments;
    private final Clock clock;
    private final Sampler sampler;

    ServiceBoard(InstanceDirectory directory, Fragments fragments, ServicesSettings settings, Clock clock) {
        this.directory = directory;
        this.fragments = fragments;
        this.clock = clock;
        this.sampler = new Sampler("services", settings.refresh(), this::sample);
    }

    List<ServiceGroup> services() {
        return ServiceGroup.of(directory.instances(), clock.instant());
    }

    /** Whether nobody else does the work of its service. */
    boolean isLast(InstanceName instance) {
        return ServiceGroup.isLast(instance.value(), directory.instances());
    }

    Sampler sampler() {
        return sampler;
    }

    private Map<String, String> sample() {
        return Map.of("services", fragments.render("staff/services", "board", Map.of("services", services())));
    }

    @Override
    public void close() {
        sampler.close();
    }
}
