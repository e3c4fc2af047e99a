package io.daybook.ui.http;

import java.io.IOException;

/** A request's body is longer than is read of it: answered with 413. An I/O error, so that every reader lets it through. */
public class BodyTooLarge extends IOException {

    public BodyTooLarge(long limit) {
        super("The body has more than %d bytes.".formatted(limit));
    }
}
