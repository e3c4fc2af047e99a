package io.daybook.history.axonserver;

import io.daybook.history.EventLog;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which Axon Server. */
public final class ServerOptions {

    private static final String TOKEN_VARIABLE = "AXON_AXONSERVER_TOKEN";
    private static final int GRPC_PORT = 8124;
    private static final int HIGHEST_PORT = 65_535;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--axon-server",
            paramLabel = "HOST[:PORT]",
            required = true,
            description = "Its address; the port is that for gRPC, by default " + GRPC_PORT + ".")
    private String address = "";

    @Option(names = "--context", defaultValue = "default", description = "The context; ${DEFAULT-VALUE}.")
    private String context = "";

    @Option(
            names = "--token",
            description = "If it asks for one. Taken from " + TOKEN_VARIABLE + " when it is not given.")
    private @Nullable String token;

    @Option(names = "--tls", description = "Speaks TLS.")
    private boolean tls;

    @Option(
            names = "--tls-trust",
            paramLabel = "FILE",
            description = "Speaks TLS and trusts these certificates (PEM) instead of those that the JVM trusts.")
    private @Nullable Path trust;

    /** Connects. */
    public EventLog open() {
        int colon = address.lastIndexOf(':');
        String host = colon < 0 ? address : address.substring(0, colon);
        int port = colon < 0 ? GRPC_PORT : port(address.substring(colon + 1));
        if (host.isBlank()) {
            throw wrong();
        }
        Map<String, String> environment = System.getenv();
        String secret = token == null ? environment.get(TOKEN_VARIABLE) : token;
        return AxonServerLog.open(new ServerAddress(host, port, context, secret, tls || trust != null, trust));
    }

    private int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong();
        }
        throw wrong();
    }

    private ParameterException wrong() {
        return new ParameterException(
                Objects.requireNonNull(command).commandLine(),
                "'%s' is not an address of the form HOST:PORT".formatted(address));
    }
}
