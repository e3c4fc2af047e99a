package io.daybook.operations.letters;

import io.daybook.api.operations.DeadLetterDecision;
import io.daybook.api.operations.OperationsEvent.DeadLetterDropped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Around a processing group's handlers: puts an event aside that they cannot handle, and all later ones of its owner behind
 * it. What an operator decides about these arrives as an event like any other and is carried out right there, in the same
 * unit of work, by the thread and in the transaction that own the group's state: so it is done once, after a crash again,
 * and never beside another that works on the same order.
 *
 * <p>The handlers must leave nothing behind when they fail over an event; what of their state they have not changed and what
 * they have not sent need not be taken back.
 */
public final class ParkingInvoker implements EventHandlerInvoker {

    private static final Logger log = LoggerFactory.getLogger(ParkingInvoker.class);

    private static final String ATTEMPTS = "attempts";

    private final String group;
    private final EventHandlerInvoker handlers;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters;
    private final Ownership ownership;
    private final Redelivery redelivery;

    /** @param letters of this group */
    public ParkingInvoker(
            String group,
            EventHandlerInvoker handlers,
            SequencedDeadLetterQueue<EventMessage<?>> letters,
            Ownership ownership,
            Redelivery redelivery) {
        this.group = group;
        this.handlers = handlers;
        this.letters = letters;
        this.ownership = ownership;
        this.redelivery = redelivery;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return handlers.canHandle(event, segment) || isDecision(event.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handlers.canHandleType(payloadType) || isDecision(payloadType);
    }

    private static boolean isDecision(Class<?> payloadType) {
        return DeadLetterDecision.class.isAssignableFrom(payloadType);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        if (isDecision(event.getPayloadType())) {
            DeadLetterDecision decision = (DeadLetterDecision) event.getPayload();
            if (decision.group().equals(group) && ownership.belongs(decision.sequence(), segment)) {
                carryOut(decision, segment);
            }
            return;
        }
        String owner = StreamOwner.of(event);
        if (letters.contains(owner)) {
            if (ownership.belongs(owner, segment)) {
                letters.enqueue(owner, new GenericDeadLetter<>(owner, event));
            }
            return;
        }
        try {
            handlers.handle(event, segment);
        } catch (Exception failure) {
            if (!Poison.is(failure)) {
                throw failure;
            }
            // Of several segments each fails over an event that cannot be read; the one whose it is keeps it.
            if (ownership.belongs(owner, segment)) {
                park(owner, event, failure);
            }
        }
    }

    private void park(String owner, EventMessage<?> event, Exception failure) {
        log.error(
                "{}: {} {} of {} cannot be handled and is put aside; what follows of {} waits",
                group,
                event.getPayloadType().getSimpleName(),
                event.getIdentifier(),
                owner,
                owner,
                failure);
        letters.enqueue(
                owner,
                new GenericDeadLetter<EventMessage<?>>(owner, event)
                        .withCause(Poison.cause(failure))
                        .withDiagnostics(diagnostics -> diagnostics.and(ATTEMPTS, 1)));
    }

    private void carryOut(DeadLetterDecision decision, Segment segment) throws Exception {
        String owner = decision.sequence();
        @Nullable String dropped = null;
        if (decision instanceof DeadLetterDropped drop) {
            dropped = drop.letter();
            evict(owner, dropped);
            if (dropped == null) {
                return;
            }
        }
        // A handler's state may be half loaded after a failure, until the batch has ended: once a batch is enough.
        Set<String> failed = CurrentUnitOfWork.get()
                .root()
                .getOrComputeResource(ParkingInvoker.class.getName(), key -> new HashSet<>());
        if (failed.contains(owner)) {
            return;
        }
        for (Redelivery.Round round : redelivery.rounds(owner, sequence(owner), dropped)) {
            Exception failure = redelivery.attempt(round.events(), event -> handlers.handle(event, segment));
            if (failure != null) {
                failed.add(owner);
                failedAgain(owner, failure);
                return;
            }
            round.settled().forEach(letters::evict);
        }
    }

    private void evict(String owner, @Nullable String letter) {
        sequence(owner).stream()
                .filter(each -> letter == null || each.message().getIdentifier().equals(letter))
                .forEach(letters::evict);
    }

    private void failedAgain(String owner, Exception failure) throws Exception {
        if (!Poison.is(failure)) {
            throw failure;
        }
        log.warn("{}: what was put aside of {} fails again: {}", group, owner, failure.toString());
        List<DeadLetter<? extends EventMessage<?>>> left = sequence(owner);
        if (!left.isEmpty()) {
            letters.requeue(
                    left.get(0),
                    letter -> letter.withCause(Poison.cause(failure))
                            .withDiagnostics(diagnostics -> diagnostics.and(ATTEMPTS, attempts(letter) + 1)));
        }
    }

    private List<DeadLetter<? extends EventMessage<?>>> sequence(String owner) {
        List<DeadLetter<? extends EventMessage<?>>> found = new ArrayList<>();
        letters.deadLetterSequence(owner).forEach(found::add);
        return found;
    }

    static int attempts(DeadLetter<?> letter) {
        return letter.diagnostics().get(ATTEMPTS) instanceof Number number ? number.intValue() : 0;
    }

    @Override
    public boolean supportsReset() {
        return handlers.supportsReset();
    }

    @Override
    public void performReset() {
        handlers.performReset();
    }

    @Override
    public <R> void performReset(R resetContext) {
        handlers.performReset(resetContext);
    }

    @Override
    public void segmentReleased(Segment segment) {
        handlers.segmentReleased(segment);
    }
}
