package io.daybook.query.letters;

import io.daybook.query.projection.ParkedEvents;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How many events each view has put aside ({@code daybook.dead.letters}). */
final class ViewLetterMeters implements MeterBinder {

    private final ParkedEvents parked;
    private final String instance;

    /** @param instance who counts; each instance counts the same */
    ViewLetterMeters(ParkedEvents parked, String instance) {
        this.parked = parked;
        this.instance = instance;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String view : ParkedEvents.VIEWS) {
            Gauge.builder("daybook.dead.letters", parked, events -> events.count(view))
                    .tag("group", view)
                    .tag("instance.name", instance)
                    .description("Events that were put aside because they, or one before them, cannot be handled")
                    .register(registry);
        }
    }
}
