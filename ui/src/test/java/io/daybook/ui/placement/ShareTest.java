package io.daybook.ui.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShareTest {

    private final Share share = new Share();

    @Test
    void of_many_orders_so_many_are_taken_as_the_share_says() {
        adjust(2, 2, 2);

        assertThat(IntStream.range(0, 1_000).filter(i -> share.takes()).count()).isEqualTo(250);
    }

    @Test
    void it_never_falls_to_nothing_and_never_rises_above_all() {
        IntStream.range(0, 100).forEach(i -> share.adjust(10));
        assertThat(share.share()).isEqualTo(Share.LEAST);

        IntStream.range(0, 100).forEach(i -> share.adjust(0.4));
        assertThat(share.share()).isEqualTo(1);
    }

    @Test
    void it_falls_before_the_longest_wait_when_waits_grow_fast() {
        adjust(0, 0.2);
        assertThat(share.share()).isEqualTo(1);

        adjust(0.4);
        assertThat(share.share()).isEqualTo(0.5);
    }

    @Test
    void what_a_single_look_sees_changes_nothing() {
        adjust(0, 5, 0);

        assertThat(share.share()).isEqualTo(1);
    }

    @Test
    void when_hardly_anybody_waits_all_are_taken_at_once() {
        adjust(2, 2, 2, 2, 0.05);

        assertThat(share.share()).isEqualTo(1);
    }

    @Test
    void between_half_and_all_of_the_longest_wait_it_stays_as_it_is() {
        adjust(2, 2, 0.7, 0.75);

        assertThat(share.share()).isEqualTo(0.5);
    }

    private void adjust(double... loads) {
        for (double load : loads) {
            share.adjust(load);
        }
    }
}
