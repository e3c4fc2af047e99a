package io.daybook.operations;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How readily threads for standard orders leave the processors to those for VIP ones, as Linux has it: the higher, the
 * smaller is their part of the time while others want a processor; when nobody does, they have all of it. Linux has a thread begin
 * as nice as the one that starts it, and without privileges none can become less nice. See
 * {@code docs/adr/0017-standard-orders-give-way.md}.
 *
 * @param standard 0, as threads usually are, to 19
 */
@ConfigurationProperties("daybook.niceness")
public record Niceness(@DefaultValue("0") int standard) {

    public static final Niceness USUAL = new Niceness(0);

    private static final Logger log = LoggerFactory.getLogger(Niceness.class);
    private static final int NICEST = 19;

    public Niceness {
        if (standard < 0 || standard > NICEST) {
            throw new IllegalArgumentException(
                    "daybook.niceness.standard must be 0 to %d, not %d".formatted(NICEST, standard));
        }
    }

    /** Makes threads like the other factory, and each of them nice before it does anything. */
    public ThreadFactory nice(ThreadFactory threads) {
        return task -> threads.newThread(() -> {
            beNice();
            task.run();
        });
    }

    /** For the rest of the calling thread's life. Does nothing elsewhere than on Linux. */
    public void beNice() {
        if (standard > 0
                && Linux.CALLS != null
                && Linux.CALLS.setpriority(SystemCalls.PRIO_PROCESS, SystemCalls.CALLING_THREAD, standard) != 0) {
            log.warn("A thread could not be made nice: error {}", Native.getLastError());
        }
    }

    /** Of the C library. */
    private interface SystemCalls extends Library {

        /** On Linux that is one thread. */
        int PRIO_PROCESS = 0;

        int CALLING_THREAD = 0;

        int setpriority(int which, int who, int niceness);
    }

    private static final class Linux {

        private static final @Nullable SystemCalls CALLS = Platform.isLinux() ? load() : null;

        private static @Nullable SystemCalls load() {
            try {
                return Native.load("c", SystemCalls.class);
            } catch (LinkageError unable) {
                log.warn("Standard orders cannot give way to VIP ones, as the C library cannot be called", unable);
                return null;
            }
        }
    }
}
