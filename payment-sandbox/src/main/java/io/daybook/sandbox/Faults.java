package io.daybook.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What an operator has broken on purpose, until when. It ends by itself, and at a restart. */
final class Faults {

    /** What can be broken. */
    enum Kind {
        NONE,
        /** Every new authorization is declined. */
        DECLINE,
        /** Every call waits before it is dealt with. */
        SLOW,
        /** No call is dealt with or answered. */
        HANG,
        /** Every call is answered with a 503. */
        DOWN
    }

    /** A fault and when it ends. */
    record Fault(Kind kind, Instant until) {}

    private static final Fault NONE = new Fault(Kind.NONE, Instant.EPOCH);

    private final Clock clock;
    private volatile Fault fault = NONE;

    Faults(Clock clock) {
        this.clock = clock;
    }

    Fault inject(Kind kind, Duration length) {
        Fault next = kind == Kind.NONE ? NONE : new Fault(kind, clock.instant().plus(length));
        fault = next;
        return next;
    }

    Fault current() {
        Fault now = fault;
        return clock.instant().isBefore(now.until()) ? now : NONE;
    }
}
