package io.daybook.query.history;

import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.order.OrderView;
import io.daybook.query.projection.Fold;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** What reads the log for those who ask about it, for the module's configuration. */
@EnableConfigurationProperties(HistorySettings.class)
public class HistoryBeans {

    @Bean
    LogReader logReader(EventStore log, HistorySettings settings) {
        return new LogReader(log, settings);
    }

    @Bean
    EventText eventText(@Qualifier("eventSerializer") Serializer serializer) {
        return new EventText(serializer);
    }

    @Bean
    Streams streams(EventStore log, EventText text) {
        return new Streams(log, text);
    }

    @Bean
    OrderStoryQueryHandler orderStoryQueryHandler(Streams streams, EventText text) {
        return new OrderStoryQueryHandler(streams, text);
    }

    @Bean
    EventQueryHandler eventQueryHandler(LogReader log, Streams streams, EventText text, HistorySettings settings) {
        return new EventQueryHandler(log, streams, text, settings);
    }

    @Bean
    CauseQueryHandler causeQueryHandler(LogReader log, Streams streams, EventText text) {
        return new CauseQueryHandler(log, streams, text);
    }

    @Bean
    StateQueryHandler stateQueryHandler(
            Streams streams, EventText text, Fold<OrderView> orders, Fold<CustomerView> customers) {
        return new StateQueryHandler(streams, text, orders, customers);
    }
}
