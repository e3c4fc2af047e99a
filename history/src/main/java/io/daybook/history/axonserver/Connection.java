package io.daybook.history.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.daybook.history.HistoryFailure;
import io.daybook.history.Unreachable;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** A connection to one context of an Axon Server. */
final class Connection implements AutoCloseable {

    private static final String CLIENT = "daybook-history";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int LARGEST_MESSAGE = 32 * 1024 * 1024;

    private final ServerAddress address;
    private final AxonServerConnectionFactory factory;
    private final AxonServerConnection connection;

    private Connection(ServerAddress address, AxonServerConnectionFactory factory, AxonServerConnection connection) {
        this.address = address;
        this.factory = factory;
        this.connection = connection;
    }

    /** @throws Unreachable if the server does not answer, or does not let this process in */
    static Connection open(ServerAddress address) {
        AxonServerConnectionFactory factory = factory(address);
        Connection opened = new Connection(address, factory, factory.connect(address.context()));
        try {
            opened.await(opened.events().getLastToken(), CONNECT);
            return opened;
        } catch (HistoryFailure failure) {
            opened.close();
            throw failure;
        }
    }

    private static AxonServerConnectionFactory factory(ServerAddress address) {
        AxonServerConnectionFactory.Builder factory = AxonServerConnectionFactory.forClient(CLIENT)
                .routingServers(new io.axoniq.axonserver.connector.impl.ServerAddress(address.host(), address.port()))
                .connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                .maxInboundMessageSize(LARGEST_MESSAGE);
        if (address.token() != null) {
            factory.token(address.token());
        }
        if (address.trust() != null) {
            try {
                factory.useTransportSecurity(GrpcSslContexts.forClient()
                        .trustManager(address.trust().toFile())
                        .build());
            } catch (SSLException | IllegalArgumentException unusable) {
                throw new HistoryFailure("%s cannot be used for TLS".formatted(address.trust()), unusable);
            }
        } else if (address.tls()) {
            factory.useTransportSecurity();
        }
        return factory.build();
    }

    EventChannel events() {
        return connection.eventChannel();
    }

    /** The server's answer. */
    <T> T await(CompletableFuture<T> answer) {
        return await(answer, ANSWER);
    }

    private <T> T await(CompletableFuture<T> answer, Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw unreachable("no answer within %d seconds".formatted(patience.toSeconds()), silent);
        } catch (ExecutionException failure) {
            throw failure(failure.getCause() == null ? failure : failure.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HistoryFailure("Interrupted", stopping);
        }
    }

    /** What a failure of the connector means: without a connection nothing else is worth saying. */
    HistoryFailure failure(Throwable cause) {
        return connection.isConnected()
                ? new HistoryFailure("The Axon Server refuses: " + cause.getMessage(), cause)
                : unreachable(String.valueOf(cause.getMessage()), cause);
    }

    private Unreachable unreachable(String reason, Throwable cause) {
        return new Unreachable(
                "The Axon Server at %s:%d cannot be reached: %s".formatted(address.host(), address.port(), reason),
                cause);
    }

    @Override
    public void close() {
        connection.disconnect();
        factory.shutdown();
    }
}
