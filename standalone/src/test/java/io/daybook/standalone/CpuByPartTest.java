package io.daybook.standalone;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuByPartTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @ParameterizedTest
    @CsvSource({"book-checkpoints,store", "views-commit,views", "H2-save,views", "H2-serialization,views"})
    void thread_of_a_store_counts_as_its_part(String thread, String part) throws InterruptedException {
        new CpuByPart().bindTo(meters);
        double before = seconds(part);
        CountDownLatch read = new CountDownLatch(1);
        Thread busy = new Thread(
                () -> {
                    while (read.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                },
                thread);
        busy.start();
        try {
            await().until(() -> seconds(part) > before);
        } finally {
            read.countDown();
            busy.join();
        }
    }

    private double seconds(String part) {
        return meters.get("daybook.cpu.time")
                .tag("part", part)
                .functionCounter()
                .count();
    }
}
