package io.daybook.query.orders;

import io.daybook.api.order.OrderView;
import io.daybook.query.projection.Fold;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProcessors;
import io.daybook.query.projection.ViewReaders;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The parts of this view, for the module's configuration. */
public class OrdersBeans {

    @Bean
    OrderMeters orderMeters(Environment settings) {
        return new OrderMeters(Instant.now(), settings.getProperty("daybook.instance", "views"));
    }

    @Bean
    OrdersView ordersView(ObjectProvider<QueryUpdateEmitter> emitter, OrderMeters meters) {
        return new OrdersView(emitter::getObject, meters, Clock.systemUTC());
    }

    @Bean
    ConfigurerModule ordersProcessor(ViewProcessors processors, OrdersView view) {
        return processors.module(view, OrderProjection::new);
    }

    @Bean
    OrderQueryHandler orderQueryHandler(ViewDatabase database, ViewReaders readers) {
        return new OrderQueryHandler(database, readers.of(OrdersView.NAME));
    }

    @Bean
    Fold<OrderView> orderFold() {
        return OrderHistory::fold;
    }

    @Bean
    OrderCountsQueryHandler orderCountsQueryHandler(ViewDatabase database, ViewReaders readers) {
        return new OrderCountsQueryHandler(database, readers.of(OrdersView.NAME));
    }
}
