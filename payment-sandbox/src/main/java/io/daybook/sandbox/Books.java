package io.daybook.sandbox;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The books on disk, into which others may write, too. Everything but {@link #page} and {@link #close} belongs to the one thread that writes; what it saves
 * is on disk when {@link #commit} returns.
 */
final class Books implements AutoCloseable {

    private static final String COLUMNS = "key, status, amount, currency, token, reference, reason, mended";

    private final Connection writer;
    private final Connection reader;
    private final PreparedStatement find;
    private final PreparedStatement save;
    private final PreparedStatement version;
    private long seen;

    private Books(Connection writer, Connection reader) throws SQLException {
        this.writer = writer;
        this.reader = reader;
        this.find = writer.prepareStatement("select " + COLUMNS + " from payment where key = ?");
        this.save = writer.prepareStatement("insert into payment (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (key) do update set status = excluded.status, reason = excluded.reason,"
                + " mended = excluded.mended");
        // Of the database as this connection sees it: it changes with what other connections write, and with nothing
        // else.
        this.version = writer.prepareStatement("pragma data_version");
        this.seen = version();
    }

    static Books open(Path file) throws SQLException, IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Connection writer = connect(file);
        try (Statement statement = writer.createStatement()) {
            statement.execute("create table if not exists payment (id integer primary key, key text not null unique,"
                    + " status text not null, amount text, currency text, token text, reference text, reason text,"
                    + " mended integer not null)");
        }
        writer.setAutoCommit(false);
        return new Books(writer, connect(file));
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(5_000);
        config.setGetGeneratedKeys(false); // nobody asks for them, and it is a query after each insert
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** Whether somebody else has written into the books since this was asked last. */
    boolean changedByOthers() throws SQLException {
        long now = version();
        boolean changed = now != seen;
        seen = now;
        return changed;
    }

    private long version() throws SQLException {
        try (ResultSet row = version.executeQuery()) {
            row.next();
            return row.getLong(1);
        } finally {
            // What was read so far must not be what the next batch goes by.
            writer.commit();
        }
    }

    @Nullable Payment find(String key) throws SQLException {
        find.setString(1, key);
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? read(row) : null;
        }
    }

    void save(Payment payment) throws SQLException {
        save.setString(1, payment.key());
        save.setString(2, payment.status().name());
        save.setString(3, payment.amount() == null ? null : payment.amount().toPlainString());
        save.setString(4, payment.currency());
        save.setString(5, payment.card() == null ? null : payment.card().token());
        save.setString(6, payment.reference());
        save.setString(7, payment.reason());
        save.setBoolean(8, payment.mended());
        save.executeUpdate();
    }

    /** Mends all payments that are in the books now; returns how many. */
    int mend() throws SQLException {
        try (PreparedStatement statement =
                writer.prepareStatement("update payment set mended = 1 where token = ? and mended = 0")) {
            statement.setString(1, TestCard.VOID_ERROR.token());
            return statement.executeUpdate();
        }
    }

    void commit() throws SQLException {
        writer.commit();
    }

    void undo() throws SQLException {
        writer.rollback();
    }

    /** Payments in order of key, from the first one after the given key; for any thread. */
    List<Payment> page(String after, int limit) throws SQLException {
        synchronized (reader) {
            try (PreparedStatement statement =
                    reader.prepareStatement("select " + COLUMNS + " from payment where key > ? order by key limit ?")) {
                statement.setString(1, after);
                statement.setInt(2, limit);
                List<Payment> payments = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        payments.add(read(row));
                    }
                }
                return payments;
            }
        }
    }

    private static Payment read(ResultSet row) throws SQLException {
        String amount = row.getString(3);
        String token = row.getString(5);
        return new Payment(
                row.getString(1),
                Status.valueOf(row.getString(2)),
                amount == null ? null : new BigDecimal(amount),
                row.getString(4),
                token == null ? null : TestCard.of(token).orElseThrow(),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8));
    }

    @Override
    public void close() throws SQLException {
        synchronized (reader) {
            reader.close();
        }
        writer.close();
    }
}
