package io.daybook.ui.placement;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.customer.CustomerQuery.FindCustomer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.queryhandling.QueryGateway;

/** Customers by id, remembered for a moment. */
final class Customers {

    private final AsyncLoadingCache<CustomerId, CustomerView> remembered;
    private final PlacementSettings settings;

    Customers(QueryGateway queries, PlacementSettings settings) {
        this.settings = settings;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(settings.customers())
                .expireAfterWrite(settings.remember())
                .buildAsync((customer, executor) -> queries.query(new FindCustomer(customer), CustomerView.class));
    }

    /** The customer, if the view knows it. */
    CompletableFuture<Optional<CustomerView>> find(CustomerId customer) {
        return remembered.get(customer).thenApply(Optional::ofNullable);
    }

    /** The same, but asks again for a while: a customer who was registered just now may not be in the view yet. */
    CompletableFuture<Optional<CustomerView>> findPatiently(CustomerId customer) {
        return find(customer, settings.customerPatience());
    }

    private CompletableFuture<Optional<CustomerView>> find(CustomerId customer, Duration patience) {
        Duration pause = settings.askAgainAfter();
        return find(customer).thenCompose(found -> {
            if (found.isPresent() || patience.compareTo(pause) < 0) {
                return CompletableFuture.completedFuture(found);
            }
            return CompletableFuture.supplyAsync(
                            () -> find(customer, patience.minus(pause)),
                            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS))
                    .thenCompose(later -> later);
        });
    }
}
