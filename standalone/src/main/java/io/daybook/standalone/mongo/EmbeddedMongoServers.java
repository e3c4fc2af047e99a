package io.daybook.standalone.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Both embedded servers, running, and known to the environment as {@code daybook.views.uri} and {@code daybook.accounts.uri}. */
final class EmbeddedMongoServers implements AutoCloseable {

    private final EmbeddedMongo views;
    private final EmbeddedMongo accounts;

    private EmbeddedMongoServers(EmbeddedMongo views, EmbeddedMongo accounts) {
        this.views = views;
        this.accounts = accounts;
    }

    static EmbeddedMongoServers start(ConfigurableEnvironment environment) {
        EmbeddedMongoSettings settings = EmbeddedMongoSettings.from(environment);
        Path data = directory(environment);
        EmbeddedMongo accounts = EmbeddedMongo.durable(data.resolve("accounts.mv"), settings.accountsCache());
        EmbeddedMongo views;
        try {
            views = EmbeddedMongo.disposable(data.resolve("views.mv"), settings.viewsCache(), settings.viewsCommit());
        } catch (RuntimeException failure) {
            accounts.close();
            throw failure;
        }
        Map<String, Object> addresses = new LinkedHashMap<>();
        addresses.put("daybook.views.uri", views.uri("views"));
        addresses.put("daybook.operations.uri", views.uri("operations"));
        addresses.put("daybook.accounts.uri", accounts.uri("accounts"));
        environment.getPropertySources().addLast(new MapPropertySource("embeddedMongo", addresses));
        return new EmbeddedMongoServers(views, accounts);
    }

    private static Path directory(ConfigurableEnvironment environment) {
        Path data = Path.of(environment.getProperty("daybook.data", "daybook-data"));
        try {
            return Files.createDirectories(data);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make the directory " + data, failure);
        }
    }

    @Override
    public void close() {
        views.close();
        accounts.close();
    }
}
