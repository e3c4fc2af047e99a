package io.daybook.query.projection;

import io.daybook.api.operations.DeadLetterDecision;
import io.daybook.api.operations.OperationsEvent.DeadLetterDropped;
import io.daybook.operations.letters.Poison;
import io.daybook.operations.letters.StreamOwner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one batch puts aside, and what of that which was put aside before it handles after all. Letters are written before
 * the documents and taken away after them, and the token comes last: so no event is lost whenever the batch ends, and
 * one that is seen again changes nothing.
 */
final class LetterRound implements Admission {

    private static final Logger log = LoggerFactory.getLogger(LetterRound.class);

    private final String view;
    private final ViewLetters letters;
    private final Serializer events;
    private final Set<String> held = new HashSet<>();
    private final Set<String> released = new HashSet<>();

    /** Whose events have failed while documents were made: of these nothing more is taken in this batch. */
    private final Set<String> refusedOwners = new HashSet<>();

    private final Map<Long, Letter> put = new LinkedHashMap<>();
    private final Map<Long, Letter> settled = new LinkedHashMap<>();

    /** Handles an event that was put aside, now. */
    interface Delivery {
        void deliver(Letter letter) throws Exception;
    }

    LetterRound(String view, ViewLetters letters, Serializer events) {
        this.view = view;
        this.letters = letters;
        this.events = events;
    }

    ViewLetters letters() {
        return letters;
    }

    /** Whether the event has to wait: one of its owner that stands before it, or is it, was put aside. */
    boolean holds(EventMessage<?> message) {
        String owner = StreamOwner.of(message);
        return held.contains(owner) || !released.contains(owner) && letters.holds(owner, Letter.positionOf(message));
    }

    /** @param failure null when it only waits behind another */
    void park(EventMessage<?> message, @Nullable Throwable failure) {
        Letter known = letters.at(StreamOwner.of(message), Letter.positionOf(message));
        if (known != null && failure == null) {
            held.add(known.owner()); // The batch is seen again, and the letter says why.
            return;
        }
        Letter letter = Letter.of(message, failure == null ? null : Poison.text(failure), events, Instant.now());
        held.add(letter.owner());
        put.put(letter.position(), letter);
        if (failure != null) {
            report(letter, failure);
        }
    }

    private void report(Letter letter, Throwable failure) {
        log.error(
                "{}: {} {} at {} cannot be handled and is put aside; what follows of {} waits",
                view,
                letter.type(),
                letter.event(),
                letter.position(),
                letter.owner(),
                failure);
    }

    /** Carries out what was decided about a sequence: about what stood before the decision. */
    void decide(DeadLetterDecision decision, EventMessage<?> message, Delivery delivery) throws Exception {
        String owner = decision.sequence();
        long position = Letter.positionOf(message);
        if (decision instanceof DeadLetterDropped dropped) {
            sequence(owner, position).stream()
                    .filter(letter ->
                            dropped.letter() == null || dropped.letter().equals(letter.event()))
                    .forEach(this::settle);
        }
        for (Letter letter : sequence(owner, position)) {
            try {
                delivery.deliver(letter);
            } catch (Exception failure) {
                if (!Poison.is(failure)) {
                    throw failure;
                }
                failedAgain(letter, failure);
                return;
            }
            settle(letter);
        }
        // In a batch that is seen again, there may be some from behind the decision: they go on waiting.
        if (sequence(owner, Long.MAX_VALUE).isEmpty()) {
            held.remove(owner);
            released.add(owner);
        }
    }

    /** As it will be after this batch. */
    private List<Letter> sequence(String owner, long before) {
        return Stream.concat(
                        letters.of(owner).stream(),
                        put.values().stream().filter(each -> each.owner().equals(owner)))
                .filter(letter -> letter.position() < before && !settled.containsKey(letter.position()))
                .map(letter -> put.getOrDefault(letter.position(), letter))
                .distinct()
                .toList();
    }

    private void settle(Letter letter) {
        put.remove(letter.position());
        settled.put(letter.position(), letter);
    }

    private void failedAgain(Letter letter, Throwable failure) {
        settled.remove(letter.position());
        held.add(letter.owner());
        put.put(letter.position(), letter.failedAgain(Poison.text(failure)));
        report(letter, failure);
    }

    @Override
    public boolean admits(Object source) {
        if (refusedOwners.isEmpty()) {
            return true;
        }
        String owner = source instanceof Letter letter ? letter.owner() : StreamOwner.of((EventMessage<?>) source);
        if (!refusedOwners.contains(owner)) {
            return true;
        }
        if (source instanceof Letter letter) {
            settled.remove(letter.position());
            put.put(letter.position(), letter);
        } else {
            park((EventMessage<?>) source, null);
        }
        return false;
    }

    @Override
    public void refused(Object source, RuntimeException failure) {
        if (!Poison.is(failure)) {
            throw failure;
        }
        if (source instanceof Letter letter) {
            refusedOwners.add(letter.owner());
            failedAgain(letter, failure);
        } else {
            refusedOwners.add(StreamOwner.of((EventMessage<?>) source));
            park((EventMessage<?>) source, failure);
        }
    }

    @Override
    public void folded() {
        letters.put(new ArrayList<>(put.values()));
    }

    @Override
    public boolean awaitsDocuments() {
        return !settled.isEmpty();
    }

    @Override
    public void written() {
        letters.remove(new ArrayList<>(settled.values()));
    }
}
