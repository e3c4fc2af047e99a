package io.daybook.bench.crash;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The payment sandbox's own books: what really became of the money.
 *
 * @param payments by the key that the platform gave them
 */
record ProviderBooks(Map<String, Payment> payments) {

    /** @param amount in units of the currency; null when nothing was ever asked for */
    record Payment(String status, @Nullable BigDecimal amount) {}

    static ProviderBooks read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("There are no books of the payment sandbox: " + file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(10_000);
        Map<String, Payment> payments = new TreeMap<>();
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select key, status, amount from payment")) {
            while (rows.next()) {
                String amount = rows.getString(3);
                payments.put(
                        rows.getString(1),
                        new Payment(rows.getString(2), amount == null ? null : new BigDecimal(amount)));
            }
        } catch (SQLException failure) {
            throw new IOException("The payment sandbox's books cannot be read: " + file, failure);
        }
        return new ProviderBooks(payments);
    }
}
