package io.daybook.history;

/**
 * What a whole history file says of itself.
 *
 * @param sha256 of all lines but the last, uncompressed and with their line ends, in hexadecimal digits
 */
public record Summary(Header header, Counts counts, String sha256) {}
