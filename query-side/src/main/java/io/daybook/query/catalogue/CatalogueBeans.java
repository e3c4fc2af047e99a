package io.daybook.query.catalogue;

import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProcessors;
import io.daybook.query.projection.ViewProgress;
import io.daybook.query.projection.ViewReaders;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;

/** The parts of this view, for the module's configuration. */
public class CatalogueBeans {

    @Bean
    ViewProgress catalogueProgress() {
        return new ViewProgress(CatalogueView.NAME);
    }

    @Bean
    CatalogueView catalogueView() {
        return new CatalogueView();
    }

    @Bean
    ConfigurerModule catalogueProcessor(ViewProcessors processors, ViewProgress catalogueProgress, CatalogueView view) {
        return processors.module(catalogueProgress, view, ProductProjection::new);
    }

    @Bean
    CatalogueQueryHandler catalogueQueryHandler(
            ViewDatabase database, CatalogueView view, ViewReaders readers, ViewProgress catalogueProgress) {
        return new CatalogueQueryHandler(database, view, readers.of(catalogueProgress));
    }
}
