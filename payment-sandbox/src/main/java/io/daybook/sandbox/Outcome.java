package io.daybook.sandbox;

import org.jspecify.annotations.Nullable;

/** What is to be done about a call. */
sealed interface Outcome {

    /** What is to be written into the books before anything else happens; null for nothing. */
    default @Nullable Payment entry() {
        return null;
    }

    /**
     * Answer with a payment.
     *
     * @param http  status code
     * @param shown the payment as the caller sees it
     */
    record Answer(int http, Payment shown, @Nullable Payment entry) implements Outcome {}

    /** Answer with a status code and a sentence. */
    record Note(int http, String message) implements Outcome {}

    /** Never answer. */
    record Silence(@Nullable Payment entry) implements Outcome {}

    /** Ask again with this call when a slow provider has had its time. */
    record Later(Call.Authorize again) implements Outcome {}
}
