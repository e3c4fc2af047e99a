package io.daybook.query;

import com.mongodb.event.CommandListener;
import io.daybook.query.auditor.AuditorBeans;
import io.daybook.query.catalogue.CatalogueBeans;
import io.daybook.query.customers.CustomersBeans;
import io.daybook.query.figures.FiguresBeans;
import io.daybook.query.fulfilments.FulfilmentsBeans;
import io.daybook.query.history.HistoryBeans;
import io.daybook.query.letters.LettersBeans;
import io.daybook.query.orders.OrdersBeans;
import io.daybook.query.projection.Coordinators;
import io.daybook.query.projection.SharedProgress;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProcessors;
import io.daybook.query.projection.ViewProgresses;
import io.daybook.query.projection.ViewReaders;
import io.daybook.query.projection.ViewSettings;
import io.daybook.query.rebuild.RebuildBeans;
import io.daybook.query.stock.StockBeans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** Everything of this module. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewSettings.class)
@PropertySource("classpath:io/daybook/query/query.properties")
@Import({
    CatalogueBeans.class,
    StockBeans.class,
    OrdersBeans.class,
    CustomersBeans.class,
    FulfilmentsBeans.class,
    FiguresBeans.class,
    HistoryBeans.class,
    RebuildBeans.class,
    LettersBeans.class,
    AuditorBeans.class
})
public class QuerySideConfiguration {

    @Bean
    ViewDatabase viewDatabase(ViewSettings settings, ObjectProvider<CommandListener> listeners) {
        return ViewDatabase.open(
                settings.uri(),
                settings.connectWithin(),
                listeners.orderedStream().toArray(CommandListener[]::new));
    }

    @Bean
    @ConditionalOnMissingBean
    ViewProgresses viewProgresses() {
        return new ViewProgresses();
    }

    @Bean
    ViewProcessors viewProcessors(
            ViewSettings settings,
            ViewDatabase database,
            ViewProgresses progresses,
            ObjectProvider<Coordinators> coordinators) {
        return new ViewProcessors(
                settings, database, progresses, coordinators.getIfAvailable(() -> Coordinators.USUAL));
    }

    @Bean
    ViewReaders viewReaders(ViewSettings settings, ViewDatabase database, ViewProgresses progresses) {
        return new ViewReaders(settings, database, progresses);
    }

    @Bean
    @ConditionalOnProperty("daybook.views.shared")
    SharedProgress sharedProgress(ViewDatabase database, ViewProgresses views, ViewSettings settings) {
        return new SharedProgress(database, views, settings.exchange());
    }

    @Bean
    ViewPositions viewPositions(ViewProgresses views) {
        return new ViewPositions(views);
    }

    @Bean
    ViewPositionsQueryHandler viewPositionsQueryHandler(ViewPositions positions) {
        return new ViewPositionsQueryHandler(positions);
    }
}
