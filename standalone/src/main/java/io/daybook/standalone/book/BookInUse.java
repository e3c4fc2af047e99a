package io.daybook.standalone.book;

/** Another process writes this book, and a book has one writer. */
final class BookInUse extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    BookInUse(String book) {
        super("%s is in use by another Daybook process: end that one first, or give this one a book of its own"
                .formatted(book));
    }
}
