package io.daybook.operations.letters;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/**
 * Where events are kept that were put aside: durable, and beside the tokens of the processing groups, so that an event is
 * either still to come or in its box. A sequence's key is the {@link StreamOwner}.
 */
public interface LetterBoxes {

    /** The box of a processing group; the same one each time. */
    SequencedDeadLetterQueue<EventMessage<?>> of(String group);
}
