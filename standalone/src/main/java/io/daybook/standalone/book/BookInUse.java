package io.daybook.standalone.book;

import io.daybook.standalone.data.UnusableData;

/** Another process writes this book, and a book has one writer. */
final class BookInUse extends UnusableData {

    private static final long serialVersionUID = 1L;

    BookInUse(String book) {
        super(
                book + " is in use by another Daybook process.",
                "End that one first, or give this one a book of its own.",
                null);
    }
}
