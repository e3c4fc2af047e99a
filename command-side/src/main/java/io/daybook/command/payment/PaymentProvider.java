package io.daybook.command.payment;

import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import java.util.concurrent.CompletableFuture;
import org.joda.money.Money;

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
}
