package io.daybook.standalone.book;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A change of one thing that is kept in memory and on disk. */
interface BookChange {

    void write(Batches batches) throws SQLException;

    /**
     * What is to be written in place of an earlier change of the same thing, which has not been, and of this one. Null when
     * nothing is.
     */
    default @Nullable BookChange after(BookChange earlier) {
        return this;
    }

    /**
     * Makes it so in memory.
     *
     * @return what takes it back, as long as the same thing has not been changed again
     */
    Runnable apply();
}
