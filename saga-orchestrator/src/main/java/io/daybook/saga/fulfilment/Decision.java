package io.daybook.saga.fulfilment;

import java.util.List;

/**
 * What follows from an event.
 *
 * @param next     where the fulfilment stands now
 * @param commands what is to be sent, in any order
 */
record Decision(Fulfilment next, List<Object> commands) {

    /** Nothing changes, nothing is sent. */
    static Decision stay(Fulfilment present) {
        return new Decision(present, List.of());
    }
}
