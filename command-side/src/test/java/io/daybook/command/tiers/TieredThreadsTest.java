package io.daybook.command.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybook.api.customer.Tier;
import io.daybook.operations.Niceness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.AxonThreadFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TieredThreadsTest {

    private static final int NICENESS = 19;
    private static final Duration AWAKE = Duration.ofSeconds(2);

    private final AtomicLong now = new AtomicLong();
    private final TieredQueue<Runnable> queue = new TieredQueue<>(4, new Shares(50, 25), AWAKE, now::get);
    private final TieredThreads threads =
            new TieredThreads(4, queue, new AxonThreadFactory("test"), new Niceness(NICENESS));
    private final Queue<String> ran = new ConcurrentLinkedQueue<>();

    @Test
    void tasks_that_were_taken_are_run_also_when_several_places_come_free_while_stopping() throws Exception {
        threads.execute(Tier.VIP, () -> ran.add("vip"));
        await().until(() -> queue.lead(Tier.VIP).ended() == 1);
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        threads.execute(Tier.STANDARD, () -> join(first));
        threads.execute(Tier.STANDARD, () -> join(second));
        for (String task : new String[] {"a", "b", "c"}) {
            threads.execute(Tier.STANDARD, () -> ran.add(task));
        }
        threads.close();
        assertThatThrownBy(() -> threads.execute(Tier.STANDARD, () -> ran.add("late")))
                .isInstanceOf(RejectedExecutionException.class);

        now.addAndGet(AWAKE.toNanos());
        first.countDown();
        await().until(() -> queue.lead(Tier.STANDARD).ended() == 4);
        second.countDown();

        assertThat(threads.stop(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).containsExactlyInAnyOrder("vip", "a", "b", "c");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void only_threads_that_run_standard_tasks_are_nice_also_when_a_standard_task_hands_its_place_to_a_vip_one() {
        Map<Tier, Set<Integer>> niceness = new ConcurrentHashMap<>();
        CountDownLatch all = new CountDownLatch(200);
        for (int i = 0; i < 100; i++) {
            for (Tier tier : Tier.values()) {
                threads.execute(tier, () -> {
                    niceness.computeIfAbsent(tier, key -> ConcurrentHashMap.newKeySet())
                            .add(ofThread());
                    all.countDown();
                });
            }
        }
        join(all);

        assertThat(niceness).isEqualTo(Map.of(Tier.STANDARD, Set.of(NICENESS), Tier.VIP, Set.of(ofThread())));
    }

    /** As Linux tells it of the calling thread: the 17th field after the name, which is in brackets. */
    private static int ofThread() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
