package io.daybook.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeadHistoryTest {

    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    private final HeadHistory history = new HeadHistory();

    @Test
    void who_is_at_the_head_is_not_behind() {
        history.add(100, NOON);
        assertThat(history.behind(100, NOON.plusSeconds(60))).contains(Duration.ZERO);
    }

    @Test
    void who_is_not_is_behind_since_the_next_event_was_seen() {
        history.add(100, NOON);
        history.add(100, NOON.plusSeconds(10));
        history.add(105, NOON.plusSeconds(20));
        history.add(110, NOON.plusSeconds(30));

        assertThat(history.behind(100, NOON.plusSeconds(60))).contains(Duration.ofSeconds(40));
        assertThat(history.behind(107, NOON.plusSeconds(60))).contains(Duration.ofSeconds(30));
    }

    @Test
    void for_how_long_is_not_known_when_the_events_were_there_before_the_first_look() {
        history.add(100, NOON);
        assertThat(history.behind(50, NOON.plusSeconds(60))).isEmpty();
    }
}
