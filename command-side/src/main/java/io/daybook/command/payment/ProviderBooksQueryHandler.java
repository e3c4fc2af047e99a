package io.daybook.command.payment;

import io.daybook.api.audit.ProviderBooks;
import io.daybook.api.audit.ProviderBooks.ReadProviderBooks;
import io.daybook.api.audit.ProviderBooks.ReadProviderPayment;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what the provider's books say, whenever payments get through. */
class ProviderBooksQueryHandler {

    private final PaymentProvider provider;

    ProviderBooksQueryHandler(PaymentProvider provider) {
        this.provider = provider;
    }

    @QueryHandler
    CompletableFuture<ProviderBooks> handle(ReadProviderBooks query) {
        return provider.books(query.after(), query.limit());
    }

    @QueryHandler
    CompletableFuture<ProviderBooks> handle(ReadProviderPayment query) {
        return provider.entry(query.key());
    }
}
