package io.daybook.standalone.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/**
 * The dead letters of one processing group, in the book: what a batch puts aside is written with what it changes and with
 * its token, or not at all. Memory holds them all, so that nobody waits for the disk to hear that there are none.
 */
final class BookDeadLetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {

    private static final String UPSERT = "INSERT INTO DeadLetterEntry (processingGroup, position, sequence,"
            + " eventIdentifier, causeType, causeText, enqueuedAt, touchedAt, diagnostics)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (processingGroup, position)"
            + " DO UPDATE SET causeType = excluded.causeType, causeText = excluded.causeText,"
            + " touchedAt = excluded.touchedAt, diagnostics = excluded.diagnostics";
    private static final String DELETE = "DELETE FROM DeadLetterEntry WHERE processingGroup = ? AND position = ?";

    private record Key(String group, String sequence) {}

    private final String group;
    private final BookTransactions transactions;
    private final LongFunction<EventMessage<?>> log;
    private final Map<String, List<StoredLetter>> sequences = new ConcurrentHashMap<>();

    /** @param log the event at a position */
    BookDeadLetterQueue(String group, BookTransactions transactions, LongFunction<EventMessage<?>> log) {
        this.group = group;
        this.transactions = transactions;
        this.log = log;
    }

    /** One that is in the book already. */
    void load(String sequence, StoredLetter letter) {
        sequences.merge(
                sequence,
                List.of(letter),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }

    @Override
    public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
        String sequence = sequenceIdentifier.toString();
        if (!(letter.message() instanceof TrackedEventMessage<?> event)) {
            throw new IllegalArgumentException("%s does not say where it stands in the log".formatted(letter));
        }
        long position = BookEventStorageEngine.position(event.trackingToken());
        List<StoredLetter> present = stored(sequence);
        if (present.stream().noneMatch(each -> each.position() == position)) {
            put(
                    sequence,
                    Stream.concat(present.stream(), Stream.of(StoredLetter.of(position, letter)))
                            .sorted(Comparator.comparingLong(StoredLetter::position))
                            .toList());
        }
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        String event = letter.message().getIdentifier();
        List<StoredLetter> present = stored(sequence(letter));
        put(
                sequence(letter),
                present.stream().filter(each -> !each.event().equals(event)).toList());
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter,
            UnaryOperator<DeadLetter<? extends EventMessage<?>>> letterUpdater)
            throws NoSuchDeadLetterException {
        String event = letter.message().getIdentifier();
        List<StoredLetter> present = stored(sequence(letter));
        if (present.stream().noneMatch(each -> each.event().equals(event))) {
            throw new NoSuchDeadLetterException("%s has no dead letter %s".formatted(group, event));
        }
        DeadLetter<? extends EventMessage<?>> updated =
                letterUpdater.apply(letter).markTouched();
        put(
                sequence(letter),
                present.stream()
                        .map(each -> each.event().equals(event) ? StoredLetter.of(each.position(), updated) : each)
                        .toList());
    }

    private static String sequence(DeadLetter<? extends EventMessage<?>> letter) {
        if (letter instanceof GenericDeadLetter<? extends EventMessage<?>> generic) {
            return generic.getSequenceIdentifier().toString();
        }
        throw new IllegalArgumentException("%s is not a letter of the book".formatted(letter));
    }

    /** As the current transaction sees it. */
    private List<StoredLetter> stored(String sequence) {
        return transactions.pending(new Key(group, sequence)) instanceof Changed changed
                ? changed.after
                : sequences.getOrDefault(sequence, List.of());
    }

    private void put(String sequence, List<StoredLetter> after) {
        List<StoredLetter> committed = sequences.getOrDefault(sequence, List.of());
        transactions.put(new Key(group, sequence), new Changed(sequence, committed, after));
    }

    @Override
    public boolean contains(Object sequenceIdentifier) {
        return !stored(sequenceIdentifier.toString()).isEmpty();
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequenceIdentifier) {
        String sequence = sequenceIdentifier.toString();
        List<DeadLetter<? extends EventMessage<?>>> letters = new ArrayList<>();
        for (StoredLetter letter : stored(sequence)) {
            letters.add(letter.with(sequence, log.apply(letter.position())));
        }
        return letters;
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        return () -> sequences.keySet().stream().map(this::deadLetterSequence).iterator();
    }

    @Override
    public boolean isFull(Object sequenceIdentifier) {
        return false;
    }

    @Override
    public long size() {
        return sequences.values().stream().mapToLong(List::size).sum();
    }

    @Override
    public long sequenceSize(Object sequenceIdentifier) {
        return stored(sequenceIdentifier.toString()).size();
    }

    @Override
    public long amountOfSequences() {
        return sequences.size();
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> processingTask) {
        for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence : deadLetters()) {
            if (sequenceFilter.test(sequence.iterator().next())) {
                return process(sequence, processingTask);
            }
        }
        return false;
    }

    private boolean process(
            Iterable<DeadLetter<? extends EventMessage<?>>> sequence,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        for (DeadLetter<? extends EventMessage<?>> letter : sequence) {
            EnqueueDecision<EventMessage<?>> decision = task.apply(letter);
            if (decision.shouldEnqueue()) {
                requeueAs(letter, decision);
                return false;
            }
            evict(letter);
        }
        return true;
    }

    private void requeueAs(DeadLetter<? extends EventMessage<?>> letter, EnqueueDecision<EventMessage<?>> decision) {
        try {
            requeue(
                    letter,
                    each -> decision.enqueueCause()
                            .<DeadLetter<? extends EventMessage<?>>>map(each::withCause)
                            .orElse(each));
        } catch (NoSuchDeadLetterException gone) {
            throw new NoSuchElementException(gone);
        }
    }

    @Override
    public void clear() {
        transactions.executeInTransaction(
                () -> List.copyOf(sequences.keySet()).forEach(sequence -> put(sequence, List.of())));
    }

    /** A sequence becomes another one. */
    private final class Changed implements BookChange {

        private final String sequence;
        private final List<StoredLetter> before;
        private final List<StoredLetter> after;

        Changed(String sequence, List<StoredLetter> before, List<StoredLetter> after) {
            this.sequence = sequence;
            this.before = before;
            this.after = after;
        }

        @Override
        public BookChange after(BookChange earlier) {
            return earlier instanceof Changed changed ? new Changed(sequence, changed.before, after) : this;
        }

        @Override
        public void write(Batches batches) throws java.sql.SQLException {
            for (StoredLetter letter : before) {
                if (after.stream().noneMatch(kept -> kept.position() == letter.position())) {
                    batches.add(DELETE, statement -> {
                        statement.setString(1, group);
                        statement.setLong(2, letter.position());
                    });
                }
            }
            for (StoredLetter letter : after) {
                if (!before.contains(letter)) {
                    batches.add(UPSERT, statement -> {
                        statement.setString(1, group);
                        statement.setLong(2, letter.position());
                        statement.setString(3, sequence);
                        statement.setString(4, letter.event());
                        statement.setString(5, letter.causeType());
                        statement.setString(6, letter.causeText());
                        statement.setString(7, letter.enqueuedAt().toString());
                        statement.setString(8, letter.touchedAt().toString());
                        statement.setString(9, letter.diagnostics());
                    });
                }
            }
        }

        @Override
        public Runnable apply() {
            become(after);
            return () -> become(before);
        }

        private void become(List<StoredLetter> letters) {
            if (letters.isEmpty()) {
                sequences.remove(sequence);
            } else {
                sequences.put(sequence, letters);
            }
        }
    }
}
