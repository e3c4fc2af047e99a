package io.daybook.operations.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.operations.DeadLetters.Found;
import io.daybook.api.operations.DeadLetters.ListDeadLetters;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

class LetterDeskTest {

    /** Counts the sequences that are looked at. */
    private static final class Box extends InMemorySequencedDeadLetterQueue<EventMessage<?>> {

        private final AtomicInteger read = new AtomicInteger();

        Box() {
            super(InMemorySequencedDeadLetterQueue.<EventMessage<?>>builder());
        }

        @Override
        public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
            return () -> StreamSupport.stream(super.deadLetters().spliterator(), false)
                    .peek(sequence -> read.incrementAndGet())
                    .iterator();
        }
    }

    @Test
    void of_many_sequences_no_more_are_read_than_are_asked_for_and_all_are_counted() {
        Box box = new Box();
        for (int order = 0; order < 20; order++) {
            box.enqueue(
                    "o-" + order,
                    new GenericDeadLetter<>(
                            "o-" + order, new GenericDomainEventMessage<>("Order", "o-" + order, 0, "poison")));
        }
        LetterDesk desk = new LetterDesk(
                group -> box,
                List.of("fulfilment"),
                Jackson3Serializer.builder().build());

        Found found = desk.handle(ListDeadLetters.all(5));

        assertThat(found.sequences()).hasSize(5);
        assertThat(found.total()).isEqualTo(20);
        assertThat(box.read).hasValue(5);
    }
}
