package io.daybook.query.rebuild;

import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProcessors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** What rebuilds views, for the module's configuration. */
@EnableConfigurationProperties(RebuildSettings.class)
public class RebuildBeans {

    @Bean
    Rebuilder rebuilder(
            ViewProcessors processors,
            ViewDatabase database,
            EventStore log,
            @Qualifier("eventSerializer") Serializer events,
            CommandGateway commands,
            RebuildSettings settings) {
        return new Rebuilder(processors, database, log, events, commands, settings);
    }

    @Bean
    ViewCopiesQueryHandler viewCopiesQueryHandler(ViewProcessors views, ViewDatabase database) {
        return new ViewCopiesQueryHandler(views, database);
    }
}
