package io.daybook.api.operations;

/** Something in this process that operators steer. */
public interface Steered {

    /** Called with all that has been decided, at the start and again after each change, also when a fault has ended; may be called twice with the same. */
    void steer(Controls controls);
}
