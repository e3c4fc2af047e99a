package io.daybook.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.OrderStory.Happening;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StuckTest {

    @Test
    void an_order_is_stuck_until_it_is_tried_again_or_put_right_by_hand() {
        assertThat(stuck("OrderPlaced")).isFalse();
        assertThat(stuck("OrderPlaced", "FulfilmentStuck")).isTrue();
        assertThat(stuck("FulfilmentStuck", "FulfilmentRetried")).isFalse();
        assertThat(stuck("FulfilmentStuck", "StepSkipped")).isFalse();
        assertThat(stuck("FulfilmentStuck", "StepSkipped", "FulfilmentStuck")).isTrue();
    }

    private static boolean stuck(String... events) {
        List<Happening> story = Stream.of(events)
                .map(what -> new Happening(Instant.EPOCH, "order-1", 0, what, null, "{}", List.of(), null, null))
                .toList();
        return StoryController.isStuck(story);
    }
}
