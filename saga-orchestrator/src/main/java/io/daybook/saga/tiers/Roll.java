package io.daybook.saga.tiers;

import java.util.List;
import java.util.stream.Stream;

/** Some of the customers who have ever spent anything: whoever changes the threshold has to look at all of them. */
record Roll(List<String> customers) {

    /** On one roll at most. */
    static final int LENGTH = 200;

    Roll with(String customer) {
        return new Roll(Stream.concat(customers.stream(), Stream.of(customer)).toList());
    }
}
