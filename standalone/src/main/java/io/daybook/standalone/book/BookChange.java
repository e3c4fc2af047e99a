package io.daybook.standalone.book;

import java.sql.SQLException;

/** A change of one thing that is kept in memory and on disk; a later change of the same thing takes its place. */
interface BookChange {

    void write(Batches batches) throws SQLException;

    /**
     * Makes it so in memory.
     *
     * @return what takes it back, as long as the same thing has not been changed again
     */
    Runnable apply();
}
