package io.daybook.query.projection;

/** Which events are folded into a copy of a view, and what becomes of those over which the fold fails. */
public interface Admission {

    /** All of them; one over which the fold fails has the batch fail. */
    Admission ALL = new Admission() {
        @Override
        public boolean admits(Object source) {
            return true;
        }

        @Override
        public void refused(Object source, RuntimeException failure) {
            throw failure;
        }
    };

    /** @param source where the event comes from, as its batch was told */
    boolean admits(Object source);

    /** The fold has failed over an event; the document is as it was before. */
    void refused(Object source, RuntimeException failure);

    /** All events of the batch have been folded, and nothing has been written. */
    default void folded() {}

    /** Whether the documents have to be written at once: something is done after it that cannot be done again. */
    default boolean awaitsDocuments() {
        return false;
    }

    /** The documents have been written, as far as they are {@link #awaitsDocuments awaited}. */
    default void written() {}
}
