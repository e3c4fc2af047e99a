package io.daybook.command.payment;

import io.daybook.api.audit.ProviderBooks;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import java.util.concurrent.CompletableFuture;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who moves the money. Every call is idempotent by the payment's id and answers how the payment stands afterwards. A call
 * that fails may have happened or not: {@link #find} tells.
 */
interface PaymentProvider {

    /** Holds the money. */
    CompletableFuture<ProviderAnswer> authorize(PaymentId id, Money amount, PaymentMethod method);

    /** Takes the money that is held. */
    CompletableFuture<ProviderAnswer> capture(PaymentId id);

    /** Lets go of the money, and of what a later authorization might hold. */
    CompletableFuture<ProviderAnswer> release(PaymentId id);

    /** Gives back what was taken, or lets go of it if it was not. */
    CompletableFuture<ProviderAnswer> refund(PaymentId id);

    /** Only asks. */
    CompletableFuture<ProviderAnswer> find(PaymentId id);

    /** Its books: so many payments after this key, in order of keys; from the first on when it is null. */
    CompletableFuture<ProviderBooks> books(@Nullable String after, int limit);

    /** What its books say of one payment; nothing when they do not know it. */
    CompletableFuture<ProviderBooks> entry(String key);
}
