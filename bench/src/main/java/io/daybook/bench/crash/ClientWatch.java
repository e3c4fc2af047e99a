package io.daybook.bench.crash;

import io.daybook.bench.http.OrderAnswer;

/** Sees what becomes of clients' requests; called by many threads. */
interface ClientWatch {

    /** Looks away. */
    ClientWatch NOBODY = new ClientWatch() {
        @Override
        public void taken(OrderAnswer answer, long firstSentMillis) {}

        @Override
        public void failed(String how) {}
    };

    /**
     * The platform took an order.
     *
     * @param firstSentMillis when it was sent for the first time, by the clock
     */
    void taken(OrderAnswer answer, long firstSentMillis);

    /** There was no answer, or one that says nothing: the client will ask again. */
    void failed(String how);
}
