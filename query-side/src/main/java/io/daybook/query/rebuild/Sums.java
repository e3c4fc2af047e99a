package io.daybook.query.rebuild;

/** How many documents, and the sum of their checksums. */
final class Sums {

    private long documents;
    private long checksum;

    void add(long checksumOfOne) {
        documents++;
        checksum += checksumOfOne;
    }

    void remove(long checksumOfOne) {
        documents--;
        checksum -= checksumOfOne;
    }

    long documents() {
        return documents;
    }

    long checksum() {
        return checksum;
    }
}
