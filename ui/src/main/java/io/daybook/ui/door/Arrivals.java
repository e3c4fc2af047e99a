package io.daybook.ui.door;

import com.mongodb.MongoException;
import io.daybook.api.InvalidValue;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.placement.OrderPlacement;
import io.daybook.ui.security.BearerTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whose order comes in, from little: the bearer token, and where staff place it, the customer that the body names. What
 * is wrong with a request is not said here: whoever deals with it finds that out, and knows how to say it.
 */
final class Arrivals {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String CUSTOMER = "customerId";

    private final Function<String, Optional<Account>> tokens;
    private final Function<CustomerId, ? extends Future<Optional<Tier>>> tiers;
    private final JsonMapper json;
    private final Duration patience;

    /**
     * @param tokens   whose bearer token it is
     * @param tiers    the tier of a customer; empty when nobody knows the customer
     * @param patience how long the customer is looked up at most
     */
    Arrivals(
            Function<String, Optional<Account>> tokens,
            Function<CustomerId, ? extends Future<Optional<Tier>>> tiers,
            JsonMapper json,
            Duration patience) {
        this.tokens = tokens;
        this.tiers = tiers;
        this.json = json;
        this.patience = patience;
    }

    /** An order that a customer places; empty when it cannot be told whose it is. */
    Optional<Arrival> own(HttpServletRequest request) {
        String key = request.getHeader(IDEMPOTENCY_KEY);
        return key == null
                ? Optional.empty()
                : account(request)
                        .flatMap(account -> tierOf(account.customerId())
                                .map(tier ->
                                        new Arrival(tier.orElse(Tier.STANDARD), OrderPlacement.orderId(account, key))));
    }

    /** An order that staff place on somebody's behalf; empty when it cannot be told on whose. */
    Optional<Arrival> agreed(HttpServletRequest request, byte[] body) {
        String key = request.getHeader(IDEMPOTENCY_KEY);
        return key == null
                ? Optional.empty()
                : account(request)
                        .filter(account -> account.isAny(Role.SUPPORT, Role.OPERATOR))
                        .flatMap(account -> tierIn(body)
                                .map(tier -> new Arrival(tier, OrderPlacement.agreedOrderId(account, key))));
    }

    private Optional<Account> account(HttpServletRequest request) {
        String token = BearerTokens.of(request);
        try {
            return token == null ? Optional.empty() : tokens.apply(token);
        } catch (MongoException unreachable) {
            return Optional.empty();
        }
    }

    private Optional<Tier> tierIn(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            JsonToken customer = findCustomer(parser);
            if (customer == null || customer == JsonToken.VALUE_NULL) {
                return Optional.of(Tier.STANDARD);
            }
            return customer == JsonToken.VALUE_STRING
                    ? tierOf(new CustomerId(parser.getString())).flatMap(known -> known)
                    : Optional.empty();
        } catch (JacksonException | InvalidValue wrong) {
            return Optional.empty();
        }
    }

    /** Leaves the parser at the value of the customer's field; null when there is none. */
    private static @Nullable JsonToken findCustomer(JsonParser parser) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = CUSTOMER.equals(parser.currentName());
            JsonToken value = parser.nextToken();
            if (found) {
                return value;
            }
            parser.skipChildren();
        }
        return null;
    }

    /** The tier of a customer, if the customer is known; empty when there was no answer. */
    private Optional<Optional<Tier>> tierOf(CustomerId customer) {
        Future<Optional<Tier>> answer = tiers.apply(customer);
        try {
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException unknown) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
