package io.daybook.ui.imports;

import io.daybook.ui.http.BadFields;
import io.daybook.ui.placement.BadField;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of a CSV file (RFC 4180) whose first line names the columns, in any order. */
final class CsvRows implements Rows {

    private static final int BOM = 0xFEFF;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;

    /** Reads the header; throws {@link BadFields} naming each column that is missing, unknown or there twice. */
    static CsvRows open(InputStream file, Charset charset, ImportKind kind) throws IOException {
        Reader reader = new InputStreamReader(
                new BufferedInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
        return new CsvRows(
                CSVParser.builder().setReader(reader).setFormat(format).get(), kind);
    }

    private CsvRows(CSVParser parser, ImportKind kind) {
        this.parser = parser;
        this.records = parser.iterator();
        Optional<CSVRecord> header;
        try {
            header = record();
        } catch (UnreadableRows unreadable) {
            throw new BadFields("header", String.valueOf(unreadable.getMessage()));
        }
        this.columns = header.map(CsvRows::names).orElseGet(List::of);
        check(columns, kind);
    }

    private static List<String> names(CSVRecord header) {
        List<String> names = new ArrayList<>();
        for (String name : header) {
            boolean marked = names.isEmpty() && !name.isEmpty() && name.charAt(0) == BOM;
            names.add((marked ? name.substring(1) : name).strip());
        }
        return names;
    }

    private static void check(List<String> columns, ImportKind kind) {
        List<BadField> errors = new ArrayList<>();
        kind.required().stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> errors.add(new BadField(column, "is missing among the columns of the first line")));
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!kind.knows(column)) {
                errors.add(
                        new BadField(column.length() > 80 ? column.substring(0, 80) : column, "is not a known column"));
            } else if (!seen.add(column)) {
                errors.add(new BadField(column, "is there twice among the columns"));
            }
        }
        if (!errors.isEmpty()) {
            throw new BadFields(errors);
        }
    }

    @Override
    public Optional<Row> next() {
        return record().map(this::row);
    }

    private Row row(CSVRecord record) {
        int line = Math.toIntExact(parser.getCurrentLineNumber());
        if (record.size() != columns.size()) {
            // Told with the row, not by guessing which value is missing.
            return new Row(line, Map.of(WRONG_SIZE, "has %d values, not %d".formatted(record.size(), columns.size())));
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), record.get(i));
        }
        return new Row(line, values);
    }

    /** Stands where a column's name would, in a row that does not fit the header. */
    static final String WRONG_SIZE = " ";

    private Optional<CSVRecord> record() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException broken) {
            int line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            boolean encoding = broken.getCause() instanceof CharacterCodingException;
            throw new UnreadableRows(
                    line, encoding ? "A character is not in the file's encoding." : "A quoted value is broken.");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
