package io.daybook.standalone.book;

import java.time.Duration;

/** What the book's writer has done since the start, and whether it still does. */
public interface BookFigures {

    /** Whether the writer takes what is brought to it; false for good once it is closed or has died. */
    boolean isWriting();

    /** The position of the newest event on disk; 0 when there is none. */
    long head();

    /** Transactions committed. */
    long commits();

    /** Units written; several share a commit. */
    long units();

    /** Units that could not be written, duplicates included. */
    long failures();

    /** Events written. */
    long events();

    /** Units that wait to be written, now. */
    int queued();

    /** Time spent in commits, which is waiting for the disk. */
    Duration timeInCommit();
}
