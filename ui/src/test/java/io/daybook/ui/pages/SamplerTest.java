package io.daybook.ui.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SamplerTest {

    private final AtomicInteger samples = new AtomicInteger();
    private final AtomicReference<String> text = new AtomicReference<>("calm");

    @Test
    void a_page_is_told_what_it_does_not_know_and_nothing_twice() {
        try (Sampler sampler = new Sampler("test", Duration.ofMillis(1), this::sample)) {
            AtomicInteger first = follow(sampler);
            await().until(() -> samples.get() > 5);
            assertThat(first).hasValue(1);

            AtomicInteger second = follow(sampler);
            await().until(() -> second.get() == 1);

            text.set("busy");
            await().until(() -> first.get() == 2 && second.get() == 2);
        }
    }

    private Map<String, String> sample() {
        samples.incrementAndGet();
        return Map.of("board", text.get());
    }

    /** How often a new page was told something. */
    private static AtomicInteger follow(Sampler sampler) {
        AtomicInteger told = new AtomicInteger();
        sampler.follow(new LiveStream(
                task -> {
                    told.incrementAndGet();
                    task.run();
                },
                Instant.MAX));
        return told;
    }
}
