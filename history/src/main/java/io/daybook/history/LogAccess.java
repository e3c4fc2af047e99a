package io.daybook.history;

/** A log that is opened when it is known what for. Either way it is this process's alone until it is closed. */
public interface LogAccess {

    /** @throws HistoryFailure if there is none, or it cannot be had */
    EventLog openToRead();

    /** @throws HistoryFailure if it cannot be had */
    EventLog openToFill();
}
