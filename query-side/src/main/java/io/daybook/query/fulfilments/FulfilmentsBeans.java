package io.daybook.query.fulfilments;

import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProcessors;
import io.daybook.query.projection.ViewReaders;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The parts of this view, for the module's configuration. */
public class FulfilmentsBeans {

    @Bean
    FulfilmentsView fulfilmentsView() {
        return new FulfilmentsView();
    }

    @Bean
    ConfigurerModule fulfilmentsProcessor(ViewProcessors processors, FulfilmentsView view) {
        return processors.module(view, FulfilmentProjection::new);
    }

    @Bean
    FulfilmentMeters fulfilmentMeters(ViewReaders readers, Environment settings) {
        return new FulfilmentMeters(
                readers.of(FulfilmentsView.NAME), settings.getProperty("daybook.instance", "views"));
    }

    @Bean
    FulfilmentQueryHandler fulfilmentQueryHandler(ViewDatabase database, FulfilmentsView view, ViewReaders readers) {
        return new FulfilmentQueryHandler(database, view, readers.of(FulfilmentsView.NAME));
    }

    @Bean
    OpenFulfilmentsQueryHandler openFulfilmentsQueryHandler(
            ViewDatabase database, FulfilmentsView view, ViewReaders readers, EventStore log) {
        return new OpenFulfilmentsQueryHandler(database, view, readers.of(FulfilmentsView.NAME), log);
    }
}
