package io.daybook.operations;

import io.daybook.api.operations.Controls;

/** Something in this process that operators steer. */
public interface Steered {

    /** Called with all that has been decided, once at the start and again after each change; may be called twice with the same. */
    void steer(Controls controls);
}
