package io.daybook.query.catalogue;

import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProcessors;
import io.daybook.query.projection.ViewReaders;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;

/** The parts of this view, for the module's configuration. */
public class CatalogueBeans {

    @Bean
    CatalogueView catalogueView() {
        return new CatalogueView();
    }

    @Bean
    ConfigurerModule catalogueProcessor(ViewProcessors processors, CatalogueView view) {
        return processors.module(view, ProductProjection::new);
    }

    @Bean
    CatalogueQueryHandler catalogueQueryHandler(ViewDatabase database, CatalogueView view, ViewReaders readers) {
        return new CatalogueQueryHandler(database, view, readers.of(CatalogueView.NAME));
    }
}
