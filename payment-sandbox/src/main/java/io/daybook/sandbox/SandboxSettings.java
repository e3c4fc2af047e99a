package io.daybook.sandbox;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a sandbox runs.
 *
 * @param address  local address to listen on, by name or number
 * @param port     TCP port to listen on; 0 for any free one
 * @param books    the SQLite file of the books; made when it is missing
 * @param slowness how long a slow card, or any call during the fault {@code SLOW}, waits before it is dealt with
 * @param hold     how long a call that is never answered keeps its connection, before that is closed with a 504
 * @param maxHeld  calls that are slow or never answered at once, at most; one more is refused with a 503
 */
public record SandboxSettings(String address, int port, Path books, Duration slowness, Duration hold, int maxHeld) {

    /** On 127.0.0.1, with the test cards' documented times: slow is 3 s, a call without an answer is held for 60 s. */
    public static SandboxSettings local(int port, Path books) {
        return new SandboxSettings("127.0.0.1", port, books, Duration.ofSeconds(3), Duration.ofSeconds(60), 2_000);
    }

    public SandboxSettings withAddress(String other) {
        return new SandboxSettings(other, port, books, slowness, hold, maxHeld);
    }

    public SandboxSettings withSlowness(Duration other) {
        return new SandboxSettings(address, port, books, other, hold, maxHeld);
    }

    public SandboxSettings withHold(Duration other, int atMost) {
        return new SandboxSettings(address, port, books, slowness, other, atMost);
    }
}
