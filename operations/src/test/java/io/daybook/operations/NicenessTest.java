package io.daybook.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NicenessTest {

    /** As Linux tells it of the calling thread. */
    private static int ofThread() throws Exception {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        // The name is in brackets, and the 17th field after it is the niceness.
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    }

    private static int ofThreadOf(ThreadFactory threads) {
        CompletableFuture<Integer> niceness = new CompletableFuture<>();
        threads.newThread(() -> {
                    try {
                        niceness.complete(ofThread());
                    } catch (Exception failure) {
                        niceness.completeExceptionally(failure);
                    }
                })
                .start();
        return niceness.join();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void makes_nice_threads_and_leaves_the_one_that_starts_them_as_it_is() throws Exception {
        int before = ofThread();

        assertThat(ofThreadOf(new Niceness(19).nice(Thread::new))).isEqualTo(19);

        assertThat(ofThread()).isEqualTo(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_thread_is_as_nice_as_the_one_that_starts_it() {
        int started = ofThreadOf(new Niceness(19).nice(task -> new Thread(() -> new Thread(task).start())));

        assertThat(started).isEqualTo(19);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void no_niceness_leaves_threads_as_they_are() throws Exception {
        assertThat(ofThreadOf(new Niceness(0).nice(Thread::new))).isEqualTo(ofThread());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 20})
    void what_linux_does_not_know_is_refused_by_the_name_of_the_setting(int niceness) {
        assertThatThrownBy(() -> new Niceness(niceness))
                .hasMessage("daybook.niceness.standard must be 0 to 19, not " + niceness);
    }
}
