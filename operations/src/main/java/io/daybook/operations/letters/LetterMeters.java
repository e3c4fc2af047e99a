package io.daybook.operations.letters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/** How many events each processing group has put aside ({@code daybook.dead.letters}). */
public final class LetterMeters implements MeterBinder {

    private final LetterBoxes boxes;
    private final List<String> groups;
    private final String instance;

    /** @param instance who counts; each that looks into the same boxes counts the same */
    public LetterMeters(LetterBoxes boxes, List<String> groups, String instance) {
        this.boxes = boxes;
        this.groups = List.copyOf(groups);
        this.instance = instance;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String group : groups) {
            Gauge.builder(
                            "daybook.dead.letters",
                            boxes,
                            letters -> letters.of(group).size())
                    .tag("group", group)
                    .tag("instance.name", instance)
                    .description("Events that were put aside because they, or one before them, cannot be handled")
                    .register(registry);
        }
    }
}
