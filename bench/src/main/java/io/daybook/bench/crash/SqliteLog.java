package io.daybook.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;

/**
 * Reads the event log of a standalone platform, an SQLite file with Axon's table of events, while it runs or after it has
 * ended.
 */
final class SqliteLog implements EventLog {

    private final Path file;
    private final EventJson json = new EventJson();
    private long position = -1;

    SqliteLog(Path file) {
        this.file = file;
    }

    @Override
    public void readOn(Consumer<Entry> reader) throws IOException {
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
                    Instant at = Instant.parse(rows.getString(2));
                    reader.accept(json.entry(position, at, rows.getString(3), rows.getBytes(4)));
                }
            }
        } catch (SQLException | DateTimeException failure) {
            throw new IOException("The event log cannot be read: " + file, failure);
        }
    }

    /** Axon's table is written DomainEventEntry or DOMAIN_EVENT_ENTRY, its columns alike, as the platform's schema has it. */
    private static String select(Connection connection) throws SQLException, IOException {
        String table = find(connection, "select name from sqlite_master where type = 'table'", "domainevententry");
        String columns = "select name from pragma_table_info('" + table + "')";
        String index = find(connection, columns, "globalindex");
        return "select %s, %s, %s, %s from %s where %s > ? order by %s"
                .formatted(
                        index,
                        find(connection, columns, "timestamp"),
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
}
