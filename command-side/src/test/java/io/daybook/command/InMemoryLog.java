package io.daybook.command;

import io.daybook.api.MessageJson;
import io.daybook.operations.letters.LetterBoxes;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.commandhandling.gateway.IntervalRetryScheduler;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** What outlives a process: the events and the tokens, in memory. Unlike Axon's engine it refuses a sequence number twice. */
public final class InMemoryLog {

    private final Engine engine = new Engine();
    private final TokenStore tokens = new InMemoryTokenStore();
    private final SequencedDeadLetterQueue<EventMessage<?>> deadLetters =
            InMemorySequencedDeadLetterQueue.defaultQueue();
    private final LetterBoxes letters = group -> deadLetters;

    /** A new process on this log. Commands that are refused by the log, and only these, are sent again. */
    public Configurer configurer() {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> engine)
                .registerComponent(TokenStore.class, configuration -> tokens)
                .registerComponent(LetterBoxes.class, configuration -> letters)
                .registerComponent(
                        CommandGateway.class,
                        configuration -> DefaultCommandGateway.builder()
                                .commandBus(configuration.commandBus())
                                .retryScheduler(retries())
                                .build());
    }

    private static RetryScheduler retries() {
        return IntervalRetryScheduler.builder()
                .retryExecutor(Executors.newSingleThreadScheduledExecutor())
                .retryInterval(5)
                .maxRetryCount(20)
                .nonTransientFailurePredicate(failure -> !(failure instanceof ConcurrencyException
                        || failure instanceof AggregateStreamCreationException))
                .build();
    }

    public SequencedDeadLetterQueue<EventMessage<?>> deadLetters() {
        return deadLetters;
    }

    public TokenStore tokens() {
        return tokens;
    }

    /** All that happened, oldest first. */
    public List<Object> events() {
        return engine.readEvents((TrackingToken) null, false)
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    public <E> List<E> events(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** How often the events of one aggregate were read. */
    public int reads() {
        return engine.reads.get();
    }

    private static final class Engine extends InMemoryEventStorageEngine {

        private static final Jackson3Serializer JSON = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(new MessageJson())
                .build();

        private final Set<String> taken = Collections.newSetFromMap(new ConcurrentHashMap<>());
        private final AtomicInteger reads = new AtomicInteger();

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            for (EventMessage<?> event : events) {
                if (event instanceof DomainEventMessage<?> next) {
                    take(next.getAggregateIdentifier(), next.getSequenceNumber());
                }
            }
            super.appendEvents(events);
        }

        private void take(String aggregate, long sequence) {
            String place = aggregate + "#" + sequence;
            if (!taken.add(place)) {
                throw sequence == 0
                        ? new AggregateStreamCreationException("taken: " + place, null)
                        : new ConcurrencyException("taken: " + place);
            }
            CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork.onRollback(failed -> taken.remove(place)));
        }

        /** Writes the state down as any log does: what becomes of the aggregate afterwards is not in its snapshot. */
        @Override
        public void storeSnapshot(DomainEventMessage<?> snapshot) {
            super.storeSnapshot(new GenericDomainEventMessage<>(
                    snapshot.getType(),
                    snapshot.getAggregateIdentifier(),
                    snapshot.getSequenceNumber(),
                    JSON.<byte[], Object>deserialize(JSON.serialize(snapshot.getPayload(), byte[].class))));
        }

        @Override
        public DomainEventStream readEvents(String aggregate, long firstSequenceNumber) {
            reads.incrementAndGet();
            return super.readEvents(aggregate, firstSequenceNumber);
        }

        @Override
        public Optional<Long> lastSequenceNumberFor(@Nullable String aggregate) {
            reads.incrementAndGet();
            return super.readEvents(Objects.requireNonNull(aggregate), 0)
                    .asStream()
                    .map(DomainEventMessage::getSequenceNumber)
                    .max(Long::compareTo);
        }
    }
}
