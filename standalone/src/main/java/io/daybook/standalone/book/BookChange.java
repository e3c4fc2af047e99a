package io.daybook.standalone.book;

import java.sql.SQLException;

/** A change of one thing that is kept in memory and on disk; a later change of the same thing takes its place. */
interface BookChange {

    void write(Batches batches) throws SQLException;

    /** It is on disk: makes it so in memory. Called on the writer's thread, in the order of the book. */
    void apply();
}
