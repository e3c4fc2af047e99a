package io.daybook.standalone.mongo;

import io.daybook.standalone.data.UnusableData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The embedded servers, running, and known to the environment as {@code daybook.views.uri}, {@code daybook.operations.uri}
 * and {@code daybook.accounts.uri}. Operations have one of their own: a long search through logs holds up the commits of
 * its server, and with them whatever is written there.
 */
final class EmbeddedMongoServers implements AutoCloseable {

    private final Deque<EmbeddedMongo> running = new ArrayDeque<>();

    private EmbeddedMongoServers() {}

    static EmbeddedMongoServers start(ConfigurableEnvironment environment) {
        EmbeddedMongoSettings settings = EmbeddedMongoSettings.from(environment);
        Path data = directory(environment);
        EmbeddedMongoServers servers = new EmbeddedMongoServers();
        Map<String, Object> addresses = new LinkedHashMap<>();
        try {
            EmbeddedMongo accounts =
                    servers.keep(EmbeddedMongo.durable(data.resolve("accounts.mv"), settings.accountsCache()));
            EmbeddedMongo operations = servers.keep(EmbeddedMongo.disposable(
                    data.resolve("operations.mv"), settings.operationsCache(), settings.viewsCommit()));
            EmbeddedMongo views = servers.keep(
                    EmbeddedMongo.disposable(data.resolve("views.mv"), settings.viewsCache(), settings.viewsCommit()));
            addresses.put("daybook.views.uri", views.uri("views"));
            addresses.put("daybook.operations.uri", operations.uri("operations"));
            addresses.put("daybook.accounts.uri", accounts.uri("accounts"));
        } catch (RuntimeException failure) {
            servers.close();
            throw failure;
        }
        environment.getPropertySources().addLast(new MapPropertySource("embeddedMongo", addresses));
        return servers;
    }

    private EmbeddedMongo keep(EmbeddedMongo server) {
        running.push(server);
        return server;
    }

    /** The files that a write that failed has closed: see {@link EmbeddedMongo#isOpen}. */
    List<Path> closed() {
        return running.stream()
                .filter(server -> !server.isOpen())
                .map(EmbeddedMongo::file)
                .toList();
    }

    private static Path directory(ConfigurableEnvironment environment) {
        Path data = Path.of(environment.getProperty("daybook.data", "daybook-data"));
        try {
            return Files.createDirectories(data);
        } catch (IOException failure) {
            throw new UnusableData(
                    "The data directory %s cannot be made (%s).".formatted(data, failure),
                    "Give another one with --daybook.data=DIRECTORY.",
                    failure);
        }
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}
