package io.daybook.standalone.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * A real Axon Server with an empty log: the first such of those that the environment names by {@code DAYBOOK_AXON_SERVER}
 * (host and gRPC port; more of them separated by commas, because each class of journeys needs one), otherwise one in a
 * container. Where there is neither, the test is skipped, and says so.
 */
final class AxonServerUnderTest implements AutoCloseable {

    private static final String IMAGE = "axoniq/axonserver:2023.2.6-jdk-17-nonroot";
    private static final int HTTP = 8024;
    private static final int GRPC = 8124;

    private final String address;
    private final AutoCloseable end;

    private AxonServerUnderTest(String address, AutoCloseable end) {
        this.address = address;
        this.end = end;
    }

    static AxonServerUnderTest start() {
        String named = System.getenv("DAYBOOK_AXON_SERVER");
        if (named != null) {
            return new AxonServerUnderTest(firstEmpty(named.split(",")), () -> {});
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            String skipped = "SKIPPED: the distributed shape was not tried. There is no Docker here, and"
                    + " DAYBOOK_AXON_SERVER names no Axon Server.";
            System.err.println(skipped);
            assumeTrue(false, skipped);
        }
        GenericContainer<?> container = new GenericContainer<>(IMAGE)
                .withEnv("AXONIQ_AXONSERVER_STANDALONE", "true")
                .withExposedPorts(HTTP, GRPC)
                .waitingFor(Wait.forHttp("/actuator/health").forPort(HTTP));
        container.start();
        return new AxonServerUnderTest(container.getHost() + ":" + container.getMappedPort(GRPC), container);
    }

    String address() {
        return address;
    }

    /** Orders of an earlier run would have taken stock that the journeys count on. */
    private static String firstEmpty(String... addresses) {
        return Arrays.stream(addresses)
                .filter(address -> lastPosition(address) < 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Each class of journeys needs an Axon Server with an empty log; none of these has one: "
                                + String.join(", ", addresses)));
    }

    private static long lastPosition(String address) {
        String[] parts = address.split(":", 2);
        AxonServerConnectionFactory factory = AxonServerConnectionFactory.forClient("daybook-test")
                .routingServers(new ServerAddress(parts[0], Integer.parseInt(parts[1])))
                .build();
        try {
            return factory.connect("default").eventChannel().getLastToken().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The Axon Server at %s cannot be asked".formatted(address), failure);
        } finally {
            factory.shutdown();
        }
    }

    @Override
    public void close() throws Exception {
        end.close();
    }
}
