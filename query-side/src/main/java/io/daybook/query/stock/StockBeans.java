package io.daybook.query.stock;

import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProcessors;
import io.daybook.query.projection.ViewReaders;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/** The parts of this view, for the module's configuration. */
public class StockBeans {

    @Bean
    StockLevels stockLevels(ObjectProvider<QueryUpdateEmitter> emitter) {
        return new StockLevels(emitter::getObject);
    }

    @Bean
    ConfigurerModule stockProcessor(ViewProcessors processors, StockLevels levels) {
        return processors.module(levels, StockProjection::new);
    }

    @Bean
    StockQueryHandler stockQueryHandler(ViewDatabase database, StockLevels levels, ViewReaders readers) {
        return new StockQueryHandler(database, levels, readers.of(StockLevels.NAME));
    }

    @Bean
    StockComparisonQueryHandler stockComparisonQueryHandler(EventStore log, StockLevels levels, ViewReaders readers) {
        return new StockComparisonQueryHandler(log, levels, readers.of(StockLevels.NAME));
    }

    @Bean
    StockLedgerQueryHandler stockLedgerQueryHandler(EventStore log) {
        return new StockLedgerQueryHandler(log);
    }
}
