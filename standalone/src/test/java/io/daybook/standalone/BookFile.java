package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The book of a platform that stands still or not, as somebody sees it who opens its file. */
record BookFile(Path data) {

    private static final String OF_ORDER =
            " WHERE aggregateIdentifier IN (?, 'payment-' || ?, 'reservation-' || ?) AND payloadType LIKE '%' || ?";

    byte[] payload(String order, String event) throws SQLException {
        try (Connection book = book();
                PreparedStatement read = book.prepareStatement("SELECT payload FROM DomainEventEntry" + OF_ORDER)) {
            ofOrder(read, 1, order, event);
            try (ResultSet row = read.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getBytes(1);
            }
        }
    }

    void write(String order, String event, byte[] payload) throws SQLException {
        try (Connection book = book();
                PreparedStatement write = book.prepareStatement("UPDATE DomainEventEntry SET payload = ?" + OF_ORDER)) {
            write.setBytes(1, payload);
            ofOrder(write, 2, order, event);
            assertThat(write.executeUpdate()).isEqualTo(1);
        }
    }

    /** How many events of this kind there are of the order, its payment and its reservation. */
    long events(String order, String event) throws SQLException {
        try (Connection book = book();
                PreparedStatement count = book.prepareStatement("SELECT count(*) FROM DomainEventEntry" + OF_ORDER)) {
            ofOrder(count, 1, order, event);
            try (ResultSet row = count.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    /** How many events of this kind there are. */
    long events(String event) throws SQLException {
        try (Connection book = book();
                PreparedStatement count = book.prepareStatement(
                        "SELECT count(*) FROM DomainEventEntry WHERE payloadType LIKE '%' || ?")) {
            count.setString(1, event);
            try (ResultSet row = count.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    /** As if the processing group had not read any of it. */
    void readAgain(String group) throws SQLException {
        try (Connection book = book();
                PreparedStatement tokens = book.prepareStatement("DELETE FROM TokenEntry WHERE processorName = ?")) {
            tokens.setString(1, group);
            tokens.executeUpdate();
        }
    }

    private static void ofOrder(PreparedStatement statement, int from, String order, String event) throws SQLException {
        statement.setString(from, order);
        statement.setString(from + 1, order);
        statement.setString(from + 2, order);
        statement.setString(from + 3, event);
    }

    private Connection book() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("book.db"));
    }
}
