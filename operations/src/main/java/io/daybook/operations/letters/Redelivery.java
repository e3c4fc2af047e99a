package io.daybook.operations.letters;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * How events that were put aside are handled after all. Each is read from the log again, where its payload may have been
 * mended meanwhile, and is handled in a unit of work of its own within the batch: so what it causes is caused by it, and a
 * handler that fails leaves nothing to be committed.
 */
public abstract class Redelivery {

    private final Configuration axon;

    private Redelivery(Configuration axon) {
        this.axon = axon;
    }

    /** One letter after the other: for handlers that keep what they have understood in the batch's own transaction. */
    public static Redelivery letterByLetter(Configuration axon) {
        return new LetterByLetter(axon);
    }

    /**
     * A whole stream from its beginning, or from behind the event that was dropped: for handlers that begin something which
     * ends after the batch, and to which a stream that they have seen is nothing new. The log is all that is needed for it,
     * also after a crash when the letters are gone already.
     *
     * @param prefix of the stream's identifier before the owner's
     */
    public static Redelivery streamAfresh(Configuration axon, String prefix) {
        return new StreamAfresh(axon, prefix);
    }

    /** Events that are handled together or not at all, and the letters that are settled by it. */
    record Round(List<EventMessage<?>> events, List<DeadLetter<? extends EventMessage<?>>> settled) {}

    /** @param dropped identifier of the event that is left out, with all before it */
    abstract List<Round> rounds(
            String owner, List<DeadLetter<? extends EventMessage<?>>> letters, @Nullable String dropped);

    /** What handles an event. */
    interface Handler {
        void handle(EventMessage<?> event) throws Exception;
    }

    /** Returns the failure, or null. */
    @Nullable Exception attempt(List<EventMessage<?>> events, Handler handler) {
        for (EventMessage<?> event : events) {
            UnitOfWork<EventMessage<?>> attempt = DefaultUnitOfWork.startAndGet(event);
            axon.correlationDataProviders().forEach(attempt::registerCorrelationDataProvider);
            ResultMessage<?> result = attempt.executeWithResult(() -> {
                handler.handle(event);
                return null;
            });
            if (result.isExceptional()) {
                Throwable failure = result.exceptionResult();
                if (failure instanceof Error error) {
                    throw error;
                }
                return (Exception) failure;
            }
        }
        return null;
    }

    private Stream<? extends DomainEventMessage<?>> stream(String identifier, long from) {
        DomainEventStream events = axon.getComponent(EventStore.class).readEvents(identifier, from);
        return events.asStream();
    }

    private static final class LetterByLetter extends Redelivery {

        LetterByLetter(Configuration axon) {
            super(axon);
        }

        @Override
        List<Round> rounds(
                String owner, List<DeadLetter<? extends EventMessage<?>>> letters, @Nullable String dropped) {
            return letters.stream()
                    .map(letter -> new Round(List.of(fromTheLog(letter.message())), List.of(letter)))
                    .toList();
        }

        private EventMessage<?> fromTheLog(EventMessage<?> event) {
            if (!(event instanceof DomainEventMessage<?> inStream)) {
                return event;
            }
            return super.stream(inStream.getAggregateIdentifier(), inStream.getSequenceNumber())
                    .findFirst()
                    .<EventMessage<?>>map(found -> found)
                    .orElse(event);
        }
    }

    private static final class StreamAfresh extends Redelivery {

        private final String prefix;

        StreamAfresh(Configuration axon, String prefix) {
            super(axon);
            this.prefix = prefix;
        }

        @Override
        List<Round> rounds(
                String owner, List<DeadLetter<? extends EventMessage<?>>> letters, @Nullable String dropped) {
            List<EventMessage<?>> events = super.stream(prefix + owner, 0)
                    .<EventMessage<?>>map(event -> event)
                    .toList();
            int from = 0;
            for (int index = 0; index < events.size(); index++) {
                if (events.get(index).getIdentifier().equals(dropped)) {
                    from = index + 1;
                }
            }
            return List.of(new Round(events.subList(from, events.size()), letters));
        }
    }
}
