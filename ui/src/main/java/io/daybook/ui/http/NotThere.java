package io.daybook.ui.http;

/** What the request is about does not exist, or is none of the caller's business: answered with 404. */
public class NotThere extends RuntimeException {

    /** @param what for example {@code order 17} */
    public NotThere(String what) {
        super("There is no " + what + ".");
    }
}
