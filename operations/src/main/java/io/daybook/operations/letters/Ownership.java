package io.daybook.operations.letters;

import org.axonframework.eventhandling.Segment;

/**
 * Which segment of a processing group works on the events of an owner. All segments meet an operator's decision, and one of
 * them carries it out.
 */
@FunctionalInterface
public interface Ownership {

    boolean belongs(String owner, Segment segment);
}
