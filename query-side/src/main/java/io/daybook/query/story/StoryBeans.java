package io.daybook.query.story;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;

/** What tells stories, for the module's configuration. */
public class StoryBeans {

    @Bean
    OrderStoryQueryHandler orderStoryQueryHandler(EventStore log) {
        return new OrderStoryQueryHandler(log);
    }
}
