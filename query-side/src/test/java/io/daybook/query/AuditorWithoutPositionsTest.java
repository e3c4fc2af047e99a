package io.daybook.query;

import io.daybook.api.catalog.Sku;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The same with a log that does not say of a single stream's events at which position they stand, as Axon Server does not. */
@Import(AuditorWithoutPositionsTest.Log.class)
class AuditorWithoutPositionsTest extends AuditorTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Log {
        @Bean
        @Primary
        EventStorageEngine withoutPositions() {
            return new WithoutPositions();
        }
    }

    private static final class WithoutPositions extends InMemoryEventStorageEngine {
        @Override
        public DomainEventStream readEvents(String aggregate, long first) {
            DomainEventStream events = super.readEvents(aggregate, first);
            return DomainEventStream.of(
                    events.asStream().map(WithoutPositions::without), events::getLastSequenceNumber);
        }

        private static DomainEventMessage<?> without(DomainEventMessage<?> event) {
            return new GenericDomainEventMessage<>(
                    event.getType(),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    event,
                    event::getTimestamp);
        }
    }

    /** What is wrong with an entry can only be told while nothing happens to it: so something happens to another. */
    @Override
    Sku busy() {
        return new Sku("P4");
    }
}
