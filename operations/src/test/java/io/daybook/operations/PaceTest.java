package io.daybook.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PaceTest {

    private final Pace pace = new Pace();

    @Test
    void one_look_tells_nothing() {
        assertThat(at(5, 1_000)).isZero();
    }

    @Test
    void position_that_moves_by_batches_has_a_pace_between_them_too() {
        at(0, 0);
        assertThat(at(2, 120)).isEqualTo(60);
        assertThat(at(4, 120)).isEqualTo(30);
        assertThat(at(6, 240)).isEqualTo(40);
    }

    @Test
    void what_was_ten_seconds_ago_is_forgotten() {
        at(0, 0);
        at(1, 10_000);
        assertThat(at(11, 10_000)).isZero();
    }

    @Test
    void position_that_has_been_put_back_has_none() {
        at(0, 1_000);
        assertThat(at(1, 0)).isZero();
    }

    private double at(long second, long position) {
        return pace.reached(position, Duration.ofSeconds(second).toNanos());
    }
}
