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
import java.util.function.Consumer;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One product's stock and everybody who follows it. */
final class StockTopic {

    private static final Logger log = LoggerFactory.getLogger(StockTopic.class);

    private record Follower(Consumer<StockLevel> level, Runnable ended) {}

    private final Sku sku;
    private final SubscriptionQueryResult<StockList, StockView> subscription;
    private final List<Follower> followers = new ArrayList<>();
    private @Nullable StockLevel level;
    private boolean ended;

    StockTopic(QueryGateway queries, Sku sku) {
        this.sku = sku;
        subscription = Subscribing.to(() -> queries.subscriptionQuery(
                FindStock.class.getName(),
                new FindStock(WarehouseId.MAIN, Set.of(sku)),
                ResponseTypes.instanceOf(StockList.class),
                ResponseTypes.instanceOf(StockView.class)));
        subscription
                .updates()
                .filter(stock -> stock.sku().equals(sku))
                .subscribe(stock -> changed(stock.level()), this::end, () -> end(null));
        subscription
                .initialResult()
                .subscribe(
                        stock -> first(stock.stock().stream()
                                .map(StockView::level)
                                .findFirst()
                                .orElse(StockLevel.NONE)),
                        this::end);
    }

    /** @param gone is run when the view cannot be followed any more; the follower may try again later */
    synchronized void add(Consumer<StockLevel> follower, Runnable gone) {
        followers.add(new Follower(follower, gone));
        if (level != null) {
            follower.accept(level);
        }
        if (ended) {
            gone.run();
        }
    }

    /** Returns whether somebody still follows; ends the subscription when nobody does. */
    synchronized boolean remove(Consumer<StockLevel> follower) {
        followers.removeIf(known -> known.level() == follower);
        if (followers.isEmpty() && !ended) {
            // Ended by us, which need not be told to anybody.
            ended = true;
            subscription.close();
        }
        return !followers.isEmpty();
    }

    /** Whether no more updates come, so that who comes now needs another one. */
    synchronized boolean ended() {
        return ended;
    }

    private synchronized void end(@Nullable Throwable failure) {
        if (!ended) {
            ended = true;
            log.warn(
                    "Stock of {} is not live any more: {}",
                    sku,
                    failure == null ? "the view ended it" : failure.toString());
            followers.forEach(follower -> follower.ended().run());
        }
    }

    /** What the view said when it was asked; an update that came meanwhile is newer. */
    private synchronized void first(StockLevel answered) {
        if (level == null) {
            changed(answered);
        }
    }

    private synchronized void changed(StockLevel now) {
        if (!now.equals(level)) {
            level = now;
            followers.forEach(follower -> follower.level().accept(now));
        }
    }
}
