package io.daybook.bench.crash;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a platform is crashed.
 *
 * @param command  how the server is started
 * @param url      where it listens then
 * @param data     its directory
 * @param email    of its operator
 * @param password of its operator; given to the server and used to sign in
 * @param rounds   crashes
 * @param minUp    under load at least, before each crash
 * @param maxUp    under load at most, before each crash
 * @param waitSeconds how long clients wait for an order's end before they place the next
 * @param ready    how long a start may take
 * @param settle   how long, after the last start, all orders may take until they are settled
 */
record CrashPlan(
        List<String> command,
        URI url,
        Path data,
        String email,
        String password,
        int rounds,
        int clients,
        int waitSeconds,
        long seed,
        Duration minUp,
        Duration maxUp,
        Duration ready,
        Duration settle) {

    /** Never printed with the password. */
    @Override
    public String toString() {
        return "CrashPlan[" + url + ", " + data + ", seed " + seed + "]";
    }
}
