package io.daybook.query.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Follows the events of one thing and tells how it stands after each. */
interface Telling {

    void next(Object event, Instant at, long number);

    /** What there is to tell, as a value that JSON can be made of; null as long as there is no such thing. */
    @Nullable Object state();
}
