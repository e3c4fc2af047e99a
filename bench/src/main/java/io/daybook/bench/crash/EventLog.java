package io.daybook.bench.crash;

import io.daybook.api.MessageJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the platform's event log, an SQLite file with Axon's table of events, without anything of the platform but the
 * events' own classes.
 */
final class EventLog {

    private static final String EVENTS_OF_OURS = "io.daybook.api.";

    private final Path file;
    private final JsonMapper json = mapper();
    private long position = -1;

    /**
     * An event as it is in the log.
     *
     * @param payload null when it cannot be read
     * @param problem why not; empty when it can
     */
    record Entry(long position, String type, @Nullable Object payload, String problem) {}

    EventLog(Path file) {
        this.file = file;
    }

    /** The mapper that reads events as the platform writes them. */
    static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        new MessageJson().accept(builder);
        return builder.build();
    }

    /** Hands over, in order, the events that have come since the last call; all of them at the first. */
    void readOn(Consumer<Entry> reader) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("There is no event log: " + file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(10_000);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
                PreparedStatement statement = connection.prepareStatement(select(connection))) {
            statement.setLong(1, position);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    position = rows.getLong(1);
                    reader.accept(entry(position, rows.getString(2), rows.getBytes(3)));
                }
            }
        } catch (SQLException failure) {
            throw new IOException("The event log cannot be read: " + file, failure);
        }
    }

    /** Axon's table is written DomainEventEntry or DOMAIN_EVENT_ENTRY, its columns alike, as the platform's schema has it. */
    private static String select(Connection connection) throws SQLException, IOException {
        String table = find(connection, "select name from sqlite_master where type = 'table'", "domainevententry");
        String columns = "select name from pragma_table_info('" + table + "')";
        String index = find(connection, columns, "globalindex");
        return "select %s, %s, %s from %s where %s > ? order by %s"
                .formatted(
                        index,
                        find(connection, columns, "payloadtype"),
                        find(connection, columns, "payload"),
                        table,
                        index,
                        index);
    }

    private static String find(Connection connection, String query, String wanted) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet names = statement.executeQuery()) {
            while (names.next()) {
                String name = names.getString(1);
                if (name.replace("_", "").toLowerCase(Locale.ROOT).equals(wanted)) {
                    return name;
                }
            }
        }
        throw new IOException("The event log has no " + wanted);
    }

    private Entry entry(long at, String type, byte[] payload) {
        if (!type.startsWith(EVENTS_OF_OURS)) {
            return new Entry(at, type, null, "not an event of the platform");
        }
        try {
            return new Entry(at, type, json.readValue(payload, Class.forName(type)), "");
        } catch (ClassNotFoundException | JacksonException problem) {
            return new Entry(at, type, null, String.valueOf(problem.getMessage()));
        }
    }
}
