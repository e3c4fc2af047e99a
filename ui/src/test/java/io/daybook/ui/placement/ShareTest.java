package io.daybook.ui.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShareTest {

    private final Share share = new Share();

    @Test
    void of_many_orders_so_many_are_taken_as_the_share_says() {
        share.adjust(2);
        share.adjust(2);

        assertThat(IntStream.range(0, 1_000).filter(i -> share.takes()).count()).isEqualTo(250);
    }

    @Test
    void it_never_falls_to_nothing_and_never_rises_above_all() {
        IntStream.range(0, 100).forEach(i -> share.adjust(10));
        assertThat(share.share()).isEqualTo(Share.LEAST);

        IntStream.range(0, 100).forEach(i -> share.adjust(0));
        assertThat(share.share()).isEqualTo(1);
    }

    @Test
    void it_falls_before_the_longest_wait_when_waits_grow_fast() {
        share.adjust(0.2);
        assertThat(share.share()).isEqualTo(1);

        share.adjust(0.4);
        assertThat(share.share()).isEqualTo(0.5);
    }

    @Test
    void between_half_and_all_of_the_longest_wait_it_stays_as_it_is() {
        share.adjust(2);
        share.adjust(0.7);
        share.adjust(0.75);

        assertThat(share.share()).isEqualTo(0.5);
    }
}
