package io.daybook.api;

/**
 * A typed identifier. Prints its raw value, because Axon takes aggregate identifiers, routing keys and saga associations
 * from {@code toString()}.
 */
public interface Identifier {

    String value();
}
