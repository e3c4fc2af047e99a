package io.daybook.bench;

import io.daybook.bench.http.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which platform to call, as whom, and where the report goes. */
public final class ServerOptions {

    private static final String PASSWORD_VARIABLE = "DAYBOOK_OPERATOR_PASSWORD";
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", description = "The platform; ${DEFAULT-VALUE}.")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--operator-email",
            defaultValue = "operator@daybook.example",
            description = "Whom to sign in as; ${DEFAULT-VALUE}.")
    private String email = "operator@daybook.example";

    @Option(names = "--operator-password", description = "Taken from " + PASSWORD_VARIABLE + " when it is not given.")
    private @Nullable String password;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the report as JSON, too.")
    private @Nullable Path json;

    /** Refuses options that make no sense: exit code 2, after the problem in words. */
    public void require(boolean condition, String problem) {
        if (!condition) {
            throw new ParameterException(Objects.requireNonNull(command).commandLine(), problem);
        }
    }

    /** Signs in. */
    public Session open() throws IOException {
        require(
                "http".equals(url.getScheme()) && url.getHost() != null,
                "--url must be like http://127.0.0.1:8080, not " + url);
        return Session.open(url, email, password(), TIMEOUT);
    }

    public URI url() {
        return url;
    }

    /** Where the report goes as JSON; null for nowhere. */
    public @Nullable Path json() {
        return json;
    }

    private String password() {
        Map<String, String> environment = System.getenv();
        String found = password == null ? environment.get(PASSWORD_VARIABLE) : password;
        if (found == null || found.isEmpty()) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "Give --operator-password or set " + PASSWORD_VARIABLE);
        }
        return found;
    }
}
