package io.daybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferTest {

    private static final Duration MOST = Duration.ofSeconds(60);

    @Test
    void a_wait_is_found_among_other_preferences_and_lines() {
        assertThat(Prefer.patience(List.of("wait=10"), MOST)).contains(Duration.ofSeconds(10));
        assertThat(Prefer.patience(List.of("respond-async, Wait = \"5\" ; x=y"), MOST))
                .contains(Duration.ofSeconds(5));
        assertThat(Prefer.patience(List.of("return=minimal", "wait=7"), MOST)).contains(Duration.ofSeconds(7));
        assertThat(Prefer.patience(List.of("wait=3, wait=9"), MOST)).contains(Duration.ofSeconds(3));
    }

    @Test
    void no_more_is_granted_than_the_most() {
        assertThat(Prefer.patience(List.of("wait=3600"), MOST)).contains(MOST);
    }

    @Test
    void what_makes_no_sense_is_ignored() {
        assertThat(Prefer.patience(List.of(), MOST)).isEmpty();
        assertThat(Prefer.patience(List.of("wait", "wait=", "wait=x", "wait=-1", "wait=1.5", "waiting=3"), MOST))
                .isEmpty();
    }
}
