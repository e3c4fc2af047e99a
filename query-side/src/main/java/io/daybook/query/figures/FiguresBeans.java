package io.daybook.query.figures;

import io.daybook.query.projection.ViewProcessors;
import io.daybook.query.projection.ViewReaders;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/** The parts of this view, for the module's configuration. */
public class FiguresBeans {

    @Bean
    FiguresView figuresView() {
        return new FiguresView();
    }

    @Bean
    ConfigurerModule figuresProcessor(ViewProcessors processors, FiguresView view, ObjectProvider<EventStore> log) {
        // The log is asked for when the processor is made: the module itself takes part in configuring it.
        return processors.module(view, updates -> new FiguresProjection(updates, new Placements(log::getObject)));
    }

    @Bean
    FiguresQueryHandler figuresQueryHandler(FiguresView view, ViewReaders readers) {
        return new FiguresQueryHandler(view, readers.of(FiguresView.NAME));
    }
}
