package io.daybook.bench.retail;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Makes rows out of lines, given the header line. */
final class RowReader {

    private static final List<String> COLUMNS = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ORIGINAL_TIME = DateTimeFormatter.ofPattern("M/d/yyyy H:mm", Locale.ROOT);
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final Map<String, Integer> columns;
    private final int width;

    /** A line that is no row; the message says why. */
    static final class Unreadable extends Exception {
        Unreadable(String reason) {
            super(reason);
        }
    }

    private RowReader(Map<String, Integer> columns, int width) {
        this.columns = columns;
        this.width = width;
    }

    /** @throws IOException when the line is not the header of a sales file */
    static RowReader forHeader(String header) throws IOException {
        List<String> names;
        try {
            names = split(header.startsWith("\uFEFF") ? header.substring(1) : header)
                    .toList();
        } catch (Unreadable unreadable) {
            throw new IOException("The header line cannot be read: " + unreadable.getMessage(), unreadable);
        }
        Map<String, Integer> columns = new HashMap<>();
        for (String column : COLUMNS) {
            int index = names.indexOf(column);
            if (index < 0) {
                throw new IOException("Not a sales file: its first line has no column " + column);
            }
            columns.put(column, index);
        }
        return new RowReader(columns, names.size());
    }

    SalesRow read(LogicalLines.Line line) throws Unreadable {
        if (line.text().indexOf('\uFFFD') >= 0) {
            throw new Unreadable("not UTF-8");
        }
        CSVRecord fields = split(line.text());
        if (fields.size() != width) {
            throw new Unreadable("%d columns where the header has %d".formatted(fields.size(), width));
        }
        if (line.text().lines().skip(1).anyMatch(this::isRow)) {
            throw new Unreadable("a quote that is not closed before the next row");
        }
        String customer = field(fields, "CustomerID");
        return new SalesRow(
                field(fields, "InvoiceNo").toUpperCase(Locale.ROOT),
                field(fields, "StockCode").toUpperCase(Locale.ROOT),
                field(fields, "Description"),
                quantity(field(fields, "Quantity")),
                time(field(fields, "InvoiceDate")),
                price(field(fields, "UnitPrice")),
                customer.isEmpty() ? null : customer,
                field(fields, "Country"));
    }

    private boolean isRow(String text) {
        try {
            read(new LogicalLines.Line(0, text));
            return true;
        } catch (Unreadable part) {
            return false;
        }
    }

    private static CSVRecord split(String text) throws Unreadable {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() != 1) {
                throw new Unreadable("no row");
            }
            return records.get(0);
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new Unreadable("broken quotes");
        }
    }

    private String field(CSVRecord fields, String column) {
        Integer index = columns.get(column);
        return index == null ? "" : fields.get(index).strip();
    }

    private static int quantity(String text) throws Unreadable {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException wrong) {
            throw new Unreadable("quantity is not a whole number: " + text);
        }
    }

    private static BigDecimal price(String text) throws Unreadable {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException wrong) {
            throw new Unreadable("price is not a number: " + text);
        }
    }

    private static LocalDateTime time(String text) throws Unreadable {
        try {
            return LocalDateTime.parse(text, text.contains("/") ? ORIGINAL_TIME : TIME);
        } catch (DateTimeParseException wrong) {
            throw new Unreadable("date is not like 2010-12-01 08:26:00 or 12/1/2010 8:26: " + text);
        }
    }
}
