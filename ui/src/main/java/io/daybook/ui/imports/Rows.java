package io.daybook.ui.imports;

import java.io.IOException;
import java.util.Optional;

/** The rows of a file, read one after the other. */
interface Rows extends AutoCloseable {

    /** The next row; empty at the end. Throws {@link UnreadableRows} when there is no going on. */
    Optional<Row> next();

    @Override
    void close() throws IOException;
}
