package io.daybook.cluster;

import io.daybook.operations.letters.StreamOwner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of a processing group in MongoDB, without a transaction around them, the sagas and the token. So the order
 * is everything: a letter is there before the token passes its event, and is taken away after the batch that has handled it
 * has committed. A batch that is done again finds its letters there already, and one that was taken away too late is handled
 * again, which changes nothing.
 *
 * <p>Which there are is remembered until a token is claimed: while this instance owns the token, nobody else puts any there.
 */
final class LetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {

    private final SequencedDeadLetterQueue<EventMessage<?>> stored;
    private final String handledKey;
    private volatile @Nullable Map<String, Set<String>> known;

    LetterQueue(SequencedDeadLetterQueue<EventMessage<?>> stored) {
        this.stored = stored;
        this.handledKey = "HandledLetters@" + System.identityHashCode(this);
    }

    /** Others may have written since. */
    void forget() {
        known = null;
    }

    /** Identifiers of the events that are put aside, by sequence. */
    private Map<String, Set<String>> known() {
        Map<String, Set<String>> now = known;
        if (now == null) {
            now = new ConcurrentHashMap<>();
            for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence : stored.deadLetters()) {
                for (DeadLetter<? extends EventMessage<?>> letter : sequence) {
                    remember(now, StreamOwner.of(letter.message()), letter);
                }
            }
            known = now;
        }
        return now;
    }

    private static void remember(
            Map<String, Set<String>> known, String sequence, DeadLetter<? extends EventMessage<?>> letter) {
        known.computeIfAbsent(sequence, each -> ConcurrentHashMap.newKeySet())
                .add(letter.message().getIdentifier());
    }

    /** Those that the present batch has handled: they are as good as gone. */
    private Set<String> handled() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrDefaultResource(handledKey, Set.of())
                : Set.of();
    }

    @Override
    public boolean contains(Object sequenceIdentifier) {
        Map<String, Set<String>> now = known();
        if (now.isEmpty()) {
            return false;
        }
        Set<String> letters = now.getOrDefault(sequenceIdentifier.toString(), Set.of());
        return !handled().containsAll(letters);
    }

    @Override
    public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
        String sequence = sequenceIdentifier.toString();
        if (!known().getOrDefault(sequence, Set.of()).contains(letter.message().getIdentifier())) {
            stored.enqueue(sequence, letter);
            remember(known(), sequence, letter);
        }
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        if (!CurrentUnitOfWork.isStarted()) {
            takeAway(letter);
            return;
        }
        CurrentUnitOfWork.get()
                .root()
                .<Set<String>>getOrComputeResource(handledKey, key -> new HashSet<>())
                .add(letter.message().getIdentifier());
        CurrentUnitOfWork.get().root().afterCommit(committed -> takeAway(letter));
    }

    private void takeAway(DeadLetter<? extends EventMessage<?>> letter) {
        stored.evict(letter);
        known().computeIfPresent(StreamOwner.of(letter.message()), (sequence, letters) -> {
            letters.remove(letter.message().getIdentifier());
            return letters.isEmpty() ? null : letters;
        });
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequenceIdentifier) {
        Set<String> handled = handled();
        List<DeadLetter<? extends EventMessage<?>>> left = new ArrayList<>();
        for (DeadLetter<? extends EventMessage<?>> letter : stored.deadLetterSequence(sequenceIdentifier)) {
            if (!handled.contains(letter.message().getIdentifier())) {
                left.add(letter);
            }
        }
        return left;
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter,
            UnaryOperator<DeadLetter<? extends EventMessage<?>>> letterUpdater)
            throws NoSuchDeadLetterException {
        stored.requeue(letter, letterUpdater);
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        return stored.deadLetters();
    }

    @Override
    public boolean isFull(Object sequenceIdentifier) {
        return stored.isFull(sequenceIdentifier);
    }

    @Override
    public long size() {
        return stored.size();
    }

    @Override
    public long sequenceSize(Object sequenceIdentifier) {
        return stored.sequenceSize(sequenceIdentifier);
    }

    @Override
    public long amountOfSequences() {
        return stored.amountOfSequences();
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> processingTask) {
        boolean processed = stored.process(sequenceFilter, processingTask);
        forget();
        return processed;
    }

    @Override
    public void clear() {
        stored.clear();
        forget();
    }
}
