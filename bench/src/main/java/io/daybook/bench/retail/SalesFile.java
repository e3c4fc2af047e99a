package io.daybook.bench.retail;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads a sales file, as CSV or CSV in gzip. */
final class SalesFile {

    private static final int GZIP_MAGIC = 0x1f8b;

    private SalesFile() {}

    /** @throws IOException when there is no such file, or it is not a sales file */
    static Sales read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(unpacked(in), StandardCharsets.UTF_8))) {
            LogicalLines lines = new LogicalLines(reader);
            LogicalLines.Line header = lines.next();
            if (header == null) {
                throw new IOException("The file is empty: " + file);
            }
            RowReader rows = RowReader.forHeader(header.text());
            Sales sales = new Sales();
            for (LogicalLines.Line line = lines.next(); line != null; line = lines.next()) {
                try {
                    sales.add(rows.read(line));
                } catch (RowReader.Unreadable unreadable) {
                    lines.takeBackRest(line);
                    sales.add(new UnreadableRow(line.number(), String.valueOf(unreadable.getMessage())));
                }
            }
            return sales;
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 65_536);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, 65_536) : buffered;
    }
}
