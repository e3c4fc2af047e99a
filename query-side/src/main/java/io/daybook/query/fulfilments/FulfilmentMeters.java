package io.daybook.query.fulfilments;

import io.daybook.api.fulfilment.Step;
import io.daybook.query.projection.Reader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.Document;

/**
 * How many orders wait for each step, and how many of these are stuck ({@code daybook.fulfilments}). All figures come from
 * one question to the view, asked when somebody wants to know, and again when its answer is some seconds old.
 */
final class FulfilmentMeters implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final List<Document> COUNT = List.of(new Document(
            "$group",
            new Document(
                            "_id",
                            new Document(FulfilmentsView.STEP, "$" + FulfilmentsView.STEP)
                                    .append(FulfilmentsView.CAUSE, "$" + FulfilmentsView.CAUSE))
                    .append("orders", new Document("$sum", 1))));

    private final Reader reader;
    private final String instance;
    private Map<Kind, Integer> counted = Map.of();
    private long asked = System.nanoTime() - FRESH.toNanos();

    private record Kind(String step, boolean stuck) {}

    /** @param instance who counts; each instance that answers from the view counts the same */
    FulfilmentMeters(Reader reader, String instance) {
        this.instance = instance;
        this.reader = reader;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Step step : Step.values()) {
            register(registry, step, new Kind(step.name(), false), "open");
            register(registry, step, new Kind(step.name(), true), "stuck");
        }
    }

    private void register(MeterRegistry registry, Step step, Kind kind, String state) {
        Gauge.builder("daybook.fulfilments", this, meters -> meters.count(kind))
                .tag("step", step.name())
                .tag("state", state)
                .tag("instance.name", instance)
                .description("Orders on their way, by the step that they wait for")
                .register(registry);
    }

    private synchronized int count(Kind kind) {
        if (System.nanoTime() - asked >= FRESH.toNanos()) {
            counted = StreamSupport.stream(reader.documents().aggregate(COUNT).spliterator(), false)
                    .collect(Collectors.groupingBy(
                            FulfilmentMeters::kind, Collectors.summingInt(group -> group.getInteger("orders"))));
            asked = System.nanoTime();
        }
        return counted.getOrDefault(kind, 0);
    }

    private static Kind kind(Document group) {
        Document id = group.get("_id", Document.class);
        return new Kind(id.getString(FulfilmentsView.STEP), id.get(FulfilmentsView.CAUSE) != null);
    }
}
