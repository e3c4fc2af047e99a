package io.daybook.ui.checkout;

import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.cart.CartView;
import io.daybook.ui.pages.PageSettings;
import io.daybook.ui.placement.BadField;
import io.daybook.ui.placement.InvalidOrder;
import io.daybook.ui.placement.KeyUsedForAnotherOrder;
import io.daybook.ui.placement.OrderPlacement;
import io.daybook.ui.placement.OrderingAway;
import io.daybook.ui.placement.OrderingBusy;
import io.daybook.ui.placement.RequestedLine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.validation.BindingResult;

/** Turns a cart and a filled-in form into an order. */
final class Checkout {

    /** What became of it. */
    enum Result {
        PLACED,
        /** No answer came in time: the order may or may not be in the log. Its page will tell, and so does the same key sent again. */
        UNKNOWN,
        /** Orders cannot be taken now. Sent again under the same key, it is placed once, whatever happened to this one. */
        AWAY,
        /** Another order was placed under this key before. */
        KEY_USED,
        /** Something in the form or the cart cannot be taken; the errors say what. */
        REFUSED
    }

    private static final Logger log = LoggerFactory.getLogger(Checkout.class);

    private static final Map<String, String> INPUTS = Map.of(
            "payment.card", "card",
            "shippingAddress.name", "name",
            "shippingAddress.street", "street",
            "shippingAddress.city", "city",
            "shippingAddress.postcode", "postcode",
            "shippingAddress.country", "country");

    private final OrderPlacement placement;
    private final PageSettings settings;

    Checkout(OrderPlacement placement, PageSettings settings) {
        this.placement = placement;
        this.settings = settings;
    }

    OrderId orderId(Account account, String key) {
        return OrderPlacement.orderId(account, key);
    }

    Result place(Account account, CartView cart, CheckoutForm form, BindingResult errors) {
        List<RequestedLine> lines = cart.lines().stream()
                .map(line -> new RequestedLine(line.product().sku(), line.quantity()))
                .toList();
        try {
            placement
                    .place(account, lines, form.card(), form.address(), cart.key())
                    .get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            return Result.PLACED;
        } catch (TimeoutException late) {
            log.warn("No answer in time to an order of {}", account.customer());
            return Result.UNKNOWN;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Result.UNKNOWN;
        } catch (ExecutionException failure) {
            return refused(failure, errors);
        }
    }

    private static Result refused(Throwable failure, BindingResult errors) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof TimeoutException) {
            return Result.UNKNOWN;
        }
        if (cause instanceof KeyUsedForAnotherOrder) {
            return Result.KEY_USED;
        }
        if (cause instanceof InvalidOrder invalid) {
            invalid.errors().forEach(error -> report(error, errors));
            return Result.REFUSED;
        }
        if (cause instanceof OrderingBusy busy) {
            errors.reject("busy", String.valueOf(busy.getMessage()));
            return Result.REFUSED;
        }
        if (cause instanceof OrderingAway) {
            log.warn("An order could not be placed: {}", String.valueOf(cause.getCause()));
        } else {
            log.warn("An order could not be placed", cause);
        }
        return Result.AWAY;
    }

    private static void report(BadField error, BindingResult errors) {
        String input = INPUTS.get(error.field());
        String reason = error.reason();
        if (input != null) {
            errors.rejectValue(
                    input, "invalid", Character.toUpperCase(input.charAt(0)) + input.substring(1) + ": " + reason);
        } else {
            errors.reject("invalid", error.field() + " " + reason);
        }
    }
}
