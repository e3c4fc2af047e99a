package io.daybook.standalone.book;

import java.sql.SQLException;

/** What is written together or not at all. */
interface BookUnit {

    /** How many events it adds; they get as many consecutive positions. */
    default int events() {
        return 0;
    }

    /**
     * Adds its rows. Called on the writer's thread, and again when the transaction has to be done again.
     *
     * @param first the position of its first event
     */
    void write(Batches batches, long first) throws SQLException;

    /** Its rows are on disk. Called on the writer's thread, once, in the order of the book. Must be quick and not throw. */
    default void written(long first) {}
}
