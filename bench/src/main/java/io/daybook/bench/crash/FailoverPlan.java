package io.daybook.bench.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a cluster is started, and what is killed in it.
 *
 * @param root          the directory with the modules, built
 * @param data          for logs, the sandbox's books and all else that the run leaves
 * @param axonServer    starts an Axon Server; {@code {http}}, {@code {grpc}} and {@code {data}} stand for its ports and directory
 * @param mongo         connection string in which {@code {database}} stands for the database's name
 * @param javaOptions   for each JVM of the platform
 * @param instances     how many of each part
 * @param kills         what is killed, in this order
 * @param warmUp        under load before anything is measured
 * @param measure       how long the rate is measured before each kill and after the last
 * @param restartAfter  how long a part is left dead when there are others of it
 * @param ready         how long a start may take
 * @param recovery      how long it may take after a kill until as much is confirmed as before
 * @param settle        how long, after the load, all orders may take until they are settled
 * @param hold          keep it running in the end, until Enter is pressed
 */
record FailoverPlan(
        Path root,
        Path data,
        String axonServer,
        String mongo,
        List<String> javaOptions,
        Map<Part, Integer> instances,
        List<Part> kills,
        int clients,
        long seed,
        Duration warmUp,
        Duration measure,
        Duration restartAfter,
        Duration ready,
        Duration recovery,
        Duration settle,
        boolean hold) {}
