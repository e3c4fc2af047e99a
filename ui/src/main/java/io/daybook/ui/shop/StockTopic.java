package io.daybook.ui.shop;

import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.StockQuery.FindStock;
import io.daybook.api.inventory.StockQuery.StockList;
import io.daybook.api.inventory.StockQuery.StockView;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.live.Subscribing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One product's stock and everybody who follows it. */
final class StockTopic {

    private static final Logger log = LoggerFactory.getLogger(StockTopic.class);

    private final SubscriptionQueryResult<StockList, StockView> subscription;
    private final List<IntConsumer> followers = new ArrayList<>();
    private @Nullable Integer available;

    StockTopic(QueryGateway queries, Sku sku) {
        subscription = Subscribing.to(() -> queries.subscriptionQuery(
                FindStock.class.getName(),
                new FindStock(WarehouseId.MAIN, Set.of(sku)),
                ResponseTypes.instanceOf(StockList.class),
                ResponseTypes.instanceOf(StockView.class)));
        subscription
                .updates()
                .filter(stock -> stock.sku().equals(sku))
                .subscribe(
                        stock -> changed(stock.level()), failure -> log.warn("Stock of {} is not live", sku, failure));
        subscription
                .initialResult()
                .subscribe(
                        stock -> first(stock.stock().stream()
                                .map(StockView::level)
                                .findFirst()
                                .orElse(StockLevel.NONE)),
                        failure -> log.warn("Stock of {} is not known", sku, failure));
    }

    synchronized void add(IntConsumer follower) {
        followers.add(follower);
        if (available != null) {
            follower.accept(available);
        }
    }

    /** Returns whether somebody still follows; ends the subscription when nobody does. */
    synchronized boolean remove(IntConsumer follower) {
        followers.remove(follower);
        if (followers.isEmpty()) {
            subscription.close();
        }
        return !followers.isEmpty();
    }

    /** What the view said when it was asked; an update that came meanwhile is newer. */
    private synchronized void first(StockLevel level) {
        if (available == null) {
            changed(level);
        }
    }

    private synchronized void changed(StockLevel level) {
        int now = level.available();
        if (available == null || available != now) {
            available = now;
            followers.forEach(follower -> follower.accept(now));
        }
    }
}
