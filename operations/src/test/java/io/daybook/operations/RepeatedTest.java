package io.daybook.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepeatedTest {

    @Test
    void round_that_fails_in_whatever_way_is_not_the_last() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        Repeated repeated = new Repeated("test-rounds", Duration.ofMillis(1)) {
            @Override
            void round() {
                rounds.countDown();
                if (rounds.getCount() == 2) {
                    throw new OutOfMemoryError("for a moment");
                }
            }
        };
        repeated.start();
        try {
            assertThat(rounds.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            repeated.stop();
        }
    }
}
