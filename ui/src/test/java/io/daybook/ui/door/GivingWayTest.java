package io.daybook.ui.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.operations.Niceness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@EnabledOnOs(OS.LINUX)
class GivingWayTest {

    private static final int NICENESS = 19;

    private final GivingWay givingWay = new GivingWay(new Niceness(NICENESS));

    @Test
    void every_thread_that_answers_a_request_is_nice() {
        assertThat(whileAnswering().join()).isEqualTo(NICENESS);
        assertThat(whileAnswering().join()).isEqualTo(NICENESS);
    }

    private CompletableFuture<Integer> whileAnswering() {
        CompletableFuture<Integer> niceness = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        givingWay.doFilter(
                                new MockHttpServletRequest(),
                                new MockHttpServletResponse(),
                                (request, response) -> niceness.complete(ofThread()));
                    } catch (Exception failure) {
                        niceness.completeExceptionally(failure);
                    }
                })
                .start();
        return niceness;
    }

    /** As Linux tells it of the calling thread: the 17th field after the name, which is in brackets. */
    private static int ofThread() throws IOException {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    }
}
